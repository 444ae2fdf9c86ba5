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
import {todo} from '#raft';
import type {Log, LogEntry} from '#raft';

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

  /** Index of the last entry; lastIncludedIndex when no entry is held. */
  get lastIndex(): number {
    // TODO(lab 1): where does the log end (§5.3)?
    return todo(1, 'lastIndex');
  }

  /** Term of the last entry; lastIncludedTerm when no entry is held. */
  get lastTerm(): number {
    // TODO(lab 1): and in which term (§5.3)?
    return todo(1, 'lastTerm');
  }

  /**
   * The term of the entry at `index`: 0 for index 0, lastIncludedTerm for lastIncludedIndex, and
   * undefined for any other index at which this log holds no entry.
   */
  termAt(index: number): number | undefined {
    // TODO(lab 1): which index has a term without having an entry (Figure 2)?
    return todo(1, 'termAt', index);
  }

  /** The entry at `index`, or undefined where this log holds none: there is never one at 0. */
  entryAt(index: number): LogEntry | undefined {
    // TODO(lab 1): what could the caller do to the entry you hand out (§5.3)?
    return todo(1, 'entryAt', index);
  }

  /**
   * The entries from `index` to the end, in a new array; empty past the end.
   *
   * There is no right answer for an index up to lastIncludedIndex, 0 included, and no test asks for
   * one. An error is wise: the first entry of an answer would not be the one that was asked for,
   * and a leader would send it with a wrong prevLogIndex.
   */
  entriesFrom(index: number): LogEntry[] {
    // TODO(lab 1): what a leader sends to a follower whose nextIndex is `index` (§5.3).
    return todo(1, 'entriesFrom', index);
  }

  /**
   * Adds one entry at the end and returns its index (§5.3). A leader calls this; it never changes
   * what is already there (Leader Append-Only, Figure 3).
   *
   * An entry of a term below lastTerm is refused with an error that names `term`: terms never fall.
   */
  append(entry: LogEntry): number {
    // TODO(lab 1): check the entry, keep a copy, return its index (§5.3).
    return todo(1, 'append', entry);
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
    // TODO(lab 1): when is nothing changed, what is cut, what is added (§5.3, Figure 2)?
    return todo(1, 'appendEntries', prevLogIndex, prevLogTerm, entries);
  }

  /**
   * Lab 7: forgets the entries up to and including `index`, which a snapshot now covers (§7). What
   * follows stays, and keeps its indexes; lastIndex and lastTerm do not change.
   *
   * Discarding what is gone already changes nothing; an index past lastIndex is a RangeError.
   */
  discardThrough(index: number): void {
    // TODO(lab 7): move the boundary, drop what is behind it (§7).
    return todo(7, 'discardThrough', index);
  }

  /**
   * Lab 7: throws all entries away and starts again behind a snapshot whose last entry had this
   * index and this term (§7; Figure 13, step 7).
   */
  resetTo(lastIncludedIndex: number, lastIncludedTerm: number): void {
    // TODO(lab 7): an empty log that begins behind a snapshot (§7).
    return todo(7, 'resetTo', lastIncludedIndex, lastIncludedTerm);
  }
}
