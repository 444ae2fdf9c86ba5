/**
 * Correct, and different: compares a request from its last entry on, keeps the log in a Map, copies
 * on every way in and out, gives the whole log for index 0, and throws plain Errors.
 *
 * If the last entry that both have is the same, so are all before it (Log Matching, Figure 3).
 */
import type {Json, Log, LogEntry} from '#raft';

export class RaftLog implements Log {
  lastIncludedIndex = 0;
  lastIncludedTerm = 0;
  lastIndex = 0;
  private readonly byIndex = new Map<number, LogEntry>();

  get lastTerm(): number {
    return this.byIndex.get(this.lastIndex)?.term ?? this.lastIncludedTerm;
  }

  termAt(index: number): number | undefined {
    expectIndex(index, 'index');
    if (index === 0) return 0;
    return index === this.lastIncludedIndex ? this.lastIncludedTerm : this.byIndex.get(index)?.term;
  }

  entryAt(index: number): LogEntry | undefined {
    expectIndex(index, 'index');
    const entry = this.byIndex.get(index);
    return entry && copyOf(entry);
  }

  entriesFrom(index: number): LogEntry[] {
    expectIndex(index, 'index');
    const entries: LogEntry[] = [];
    for (let at = Math.max(index, this.lastIncludedIndex + 1); at <= this.lastIndex; at++) {
      entries.push(copyOf(this.byIndex.get(at)!));
    }
    return entries;
  }

  append(entry: LogEntry): number {
    expectTerms([entry], this.lastTerm);
    this.byIndex.set(++this.lastIndex, copyOf(entry));
    return this.lastIndex;
  }

  appendEntries(prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[]): boolean {
    expectIndex(prevLogIndex, 'prevLogIndex');
    expectTerms(entries, prevLogTerm);
    const isCovered = prevLogIndex < this.lastIncludedIndex;
    if (!isCovered && this.termAt(prevLogIndex) !== prevLogTerm) return false;

    let same = Math.min(entries.length, this.lastIndex - prevLogIndex);
    while (same > 0 && !this.holds(prevLogIndex + same, entries[same - 1]!)) same--;
    const news = entries.slice(Math.max(same, this.lastIncludedIndex - prevLogIndex));
    if (news.length === 0) return true;
    this.cutBehind(prevLogIndex + entries.length - news.length);
    for (const entry of news) this.byIndex.set(++this.lastIndex, copyOf(entry));
    return true;
  }

  discardThrough(index: number): void {
    const term = this.termAt(index);
    if (index <= this.lastIncludedIndex) return;
    if (term === undefined) throw new RangeError(`index ${index} is past lastIndex`);
    for (let at = this.lastIncludedIndex + 1; at <= index; at++) this.byIndex.delete(at);
    this.lastIncludedIndex = index;
    this.lastIncludedTerm = term;
  }

  resetTo(lastIncludedIndex: number, lastIncludedTerm: number): void {
    this.byIndex.clear();
    this.lastIndex = lastIncludedIndex;
    this.lastIncludedIndex = lastIncludedIndex;
    this.lastIncludedTerm = lastIncludedTerm;
  }

  /** What a snapshot covers is equal everywhere. */
  private holds(index: number, entry: LogEntry): boolean {
    return index <= this.lastIncludedIndex || this.byIndex.get(index)?.term === entry.term;
  }

  private cutBehind(index: number): void {
    for (; this.lastIndex > index; this.lastIndex--) this.byIndex.delete(this.lastIndex);
  }
}

function expectIndex(index: number, argument: string): void {
  if (Number.isInteger(index) && index >= 0) return;
  throw new Error(`${argument} is no index: ${String(index)}`);
}

function expectTerms(entries: readonly LogEntry[], termBefore: number): void {
  entries.reduce((before, {term}) => {
    if (!Number.isInteger(term) || term < Math.max(1, before)) {
      throw new Error(`no term may be ${String(term)} after ${before}`);
    }
    return term;
  }, termBefore);
}

function copyOf({term, command}: LogEntry): LogEntry {
  return {term, command: typeof command === 'object' ? structuredClone<Json>(command) : command};
}
