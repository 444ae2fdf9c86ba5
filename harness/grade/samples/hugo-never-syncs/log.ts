/**
 * The log of one server: entries at indexes 1, 2, 3, … without a hole.
 *
 * Paper: §5.3 and the box "State" of Figure 2; Figure 3 (Log Matching); §7 for the boundary.
 * Promises:
 *   1. Terms never fall from one index to the next.
 *   2. An entry cannot be changed from outside: not through the object that was appended, not
 *      through one that was handed out, and not through anything inside its command.
 *   3. A call that throws leaves the log as it was.
 *   4. lastIndex, lastTerm and termAt take the same time in a log of any length.
 * Read next: harness/raft/log-interface.ts, the contract; then network.ts.
 */
import type {Json, Log, LogEntry} from '#raft';

/*
 * How to read the contract. An index that is no whole number, or is below 0, is refused with an
 * error whose message names the argument (`index`, `prevLogIndex`), and so is an entry whose `term`
 * is no whole number of at least 1 (`term`). Which class of Error it is, is yours to choose. An
 * index past the end is no error: no entry is there yet.
 */
export class RaftLog implements Log {
  // Given: 0 until lab 7 moves them. The first entry this log holds is at lastIncludedIndex + 1.
  lastIncludedIndex = 0;
  lastIncludedTerm = 0;

  // How the entries are kept is yours to choose.
  /** Deep-frozen copies, made once on the way in, so that they can be handed out as they are. */
  private entries: LogEntry[] = [];

  /** Index of the last entry; lastIncludedIndex when no entry is held. */
  get lastIndex(): number {
    return this.lastIncludedIndex + this.entries.length;
  }

  /** Term of the last entry; lastIncludedTerm when no entry is held. */
  get lastTerm(): number {
    return this.entries.at(-1)?.term ?? this.lastIncludedTerm;
  }

  /**
   * The term of the entry at `index`: 0 for index 0, lastIncludedTerm for lastIncludedIndex, and
   * undefined for any other index at which this log holds no entry.
   */
  termAt(index: number): number | undefined {
    checkIndex(index, 'index');
    if (index === this.lastIncludedIndex) return this.lastIncludedTerm;
    if (index === 0) return 0;
    return this.entries[this.positionOf(index)]?.term;
  }

  /** The entry at `index`, or undefined where this log holds none: there is never one at 0. */
  entryAt(index: number): LogEntry | undefined {
    checkIndex(index, 'index');
    return this.entries[this.positionOf(index)];
  }

  /**
   * The entries from `index` to the end, in a new array; empty past the end.
   *
   * There is no right answer for an index up to lastIncludedIndex, 0 included, and no test asks for
   * one. An error is wise: the first entry of an answer would not be the one that was asked for,
   * and a leader would send it with a wrong prevLogIndex.
   */
  entriesFrom(index: number): LogEntry[] {
    checkIndex(index, 'index');
    if (index <= this.lastIncludedIndex) {
      throw new RangeError(
        `index must be above lastIncludedIndex ${this.lastIncludedIndex}, but is ${index}`,
      );
    }
    return this.entries.slice(this.positionOf(index));
  }

  /**
   * Adds one entry at the end and returns its index (§5.3). A leader calls this; it never changes
   * what is already there (Leader Append-Only, Figure 3).
   *
   * An entry of a term below lastTerm is refused with an error that names `term`: terms never fall.
   */
  append(entry: LogEntry): number {
    checkEntry(entry, 'entry', this.lastTerm);
    this.entries.push(frozenCopy(entry));
    return this.lastIndex;
  }

  /**
   * The receiver's side of AppendEntries, steps 2 to 4 (Figure 2). Returns false and changes
   * nothing if the entry before the new ones is not here: no entry at prevLogIndex, or one of
   * another term.
   *
   * Only a conflict cuts, that is, an entry of another term than the new one at its index; then
   * that entry and all after it go, and the new ones take their place. An entry that is already
   * here stays, with all that follows it: requests arrive late and twice, and an old, short one
   * says nothing about what came after it. An entry may be replaced by one of an earlier term
   * (Figure 8), but along prevLogTerm and the new entries terms may not fall: that is refused with
   * an error that names `term`, before anything is changed.
   *
   * Lab 7: what a snapshot covers is committed, hence equal everywhere. If prevLogIndex is below
   * lastIncludedIndex, entries up to there are taken as already here, without a look.
   */
  appendEntries(
    prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[],
  ): boolean {
    checkIndex(prevLogIndex, 'prevLogIndex');
    checkWhole(prevLogTerm, 'prevLogTerm', 0);
    checkEntries(entries, prevLogTerm);
    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== prevLogTerm) {
      return false;
    }

    let position = this.positionOf(prevLogIndex + 1);
    let offset = Math.max(0, -position);
    position += offset;
    while (offset < entries.length && this.entries[position]?.term === entries[offset]?.term) {
      position++;
      offset++;
    }
    // All that can throw is done before the first change. Promise 3.
    const added = entries.slice(offset).map(frozenCopy);
    if (added.length === 0) return true;
    this.entries.length = position;
    for (const entry of added) this.entries.push(entry);
    return true;
  }

  /**
   * Lab 7: forgets the entries up to and including `index`, which a snapshot now covers (§7). What
   * follows stays, and keeps its indexes; lastIndex and lastTerm do not change.
   *
   * Discarding what is gone already changes nothing; an index past lastIndex is a RangeError.
   */
  discardThrough(index: number): void {
    const term = this.termAt(index);
    if (index <= this.lastIncludedIndex) return;
    if (term === undefined) {
      throw new RangeError(`index must be at most lastIndex ${this.lastIndex}, but is ${index}`);
    }
    this.entries = this.entries.slice(this.positionOf(index) + 1);
    this.lastIncludedIndex = index;
    this.lastIncludedTerm = term;
  }

  /**
   * Lab 7: throws all entries away and starts again behind a snapshot whose last entry had this
   * index and this term (§7; Figure 13, step 7).
   */
  resetTo(lastIncludedIndex: number, lastIncludedTerm: number): void {
    checkIndex(lastIncludedIndex, 'lastIncludedIndex');
    checkWhole(lastIncludedTerm, 'lastIncludedTerm', 0);
    this.entries = [];
    this.lastIncludedIndex = lastIncludedIndex;
    this.lastIncludedTerm = lastIncludedTerm;
  }

  /** Where in `entries` an index is kept; below 0 if a snapshot has replaced it. */
  private positionOf(index: number): number {
    return index - this.lastIncludedIndex - 1;
  }
}

function checkIndex(index: number, argument: string): void {
  checkWhole(index, argument, 0);
}

function checkWhole(value: number, argument: string, least: number): void {
  if (typeof value !== 'number') {
    throw new TypeError(`${argument} must be a number, but is ${describe(value)}`);
  }
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${argument} must be whole and at least ${least}, but is ${value}`);
  }
}

function checkEntry(entry: LogEntry, argument: string, termBefore: number): void {
  if (typeof entry !== 'object' || entry === null) {
    throw new TypeError(`${argument} must be an entry, but is ${describe(entry)}`);
  }
  checkWhole(entry.term, `${argument}.term`, 1);
  if (entry.term < termBefore) {
    throw new RangeError(`${argument}.term is ${entry.term}, after an entry of term ${termBefore}`);
  }
  if (entry.command === undefined) throw new TypeError(`${argument}.command is missing`);
}

function checkEntries(entries: readonly LogEntry[], prevLogTerm: number): void {
  if (!Array.isArray(entries)) {
    throw new TypeError(`entries must be an array, but is ${describe(entries)}`);
  }
  let termBefore = prevLogTerm;
  for (const [offset, entry] of entries.entries()) {
    checkEntry(entry, `entries[${offset}]`, termBefore);
    termBefore = entry.term;
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function frozenCopy(entry: LogEntry): LogEntry {
  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});
}

/** Object.fromEntries defines fields, so that a key such as '__proto__' stays a mere key. */
function frozenJson(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenJson));
  return Object.freeze(Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, frozenJson(field)]),
  ));
}
