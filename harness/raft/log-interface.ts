/**
 * What the rest of a server may ask of its log: the contract of lab 1.
 *
 * Paper: §5.3 and the box "State" of Figure 2 (`log[]`); §7 for the boundary of a snapshot.
 * Promises: the log is the only place that knows where entries are kept.
 * Given. You need not change this file.
 * Read next: skeleton/log.ts, which implements it.
 */
import type {LogEntry} from './messages';

export interface Log {
  /** The last entry that a snapshot has replaced: 0 and 0 until lab 7 (§7). */
  readonly lastIncludedIndex: number;
  readonly lastIncludedTerm: number;

  /** Index of the last entry; 0 (lastIncludedIndex) in an empty log. */
  readonly lastIndex: number;
  /** Term of the last entry; 0 (lastIncludedTerm) in an empty log. */
  readonly lastTerm: number;

  /** The term of the entry at `index`; 0 for index 0; undefined where this log holds none. */
  termAt(index: number): number | undefined;
  /** A copy of the entry at `index`, or undefined where this log holds none. */
  entryAt(index: number): LogEntry | undefined;
  /** Copies of all entries from `index` to the end; empty if `index` is lastIndex + 1 or more. */
  entriesFrom(index: number): LogEntry[];

  /** Adds one entry at the end, as a leader does, and returns its index (§5.3). */
  append(entry: LogEntry): number;
  /**
   * The receiver's side of AppendEntries, steps 2 to 4 (Figure 2). Returns false, and changes
   * nothing, if this log has no entry at prevLogIndex with term prevLogTerm.
   */
  appendEntries(prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[]): boolean;

  /** Lab 7: forgets the entries up to and including `index`, which a snapshot now covers (§7). */
  discardThrough(index: number): void;
  /** Lab 7: replaces the whole log by a snapshot's boundary (§7). */
  resetTo(lastIncludedIndex: number, lastIncludedTerm: number): void;
}
