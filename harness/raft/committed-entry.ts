/**
 * What takeCommitted hands to the state machine.
 *
 * Paper: §5.3, "applies the entry to its local state machine".
 * Given. You need not change this file.
 * Read next: server.ts, which calls your functions.
 */
import type {LogEntry} from './messages';

/** A committed entry and its place in the log. */
export interface CommittedEntry {
  readonly index: number;
  readonly entry: LogEntry;
}
