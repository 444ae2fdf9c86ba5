/**
 * The disk of one server, and what one input wants to send: the contract of lab 7a.
 *
 * Paper: Figure 2, "Persistent state on all servers (updated on stable storage before responding)".
 * Promises: a crash may come between any two calls. What was appended and not synced is then lost,
 * or a part of it from the front survives; a record is there whole or not at all.
 * Given. You need not change this file.
 * Read next: skeleton/persistence.ts.
 */
import type {LogEntry, Json, RaftMessage, ServerId} from './messages';

export interface ServerDisk {
  /** What was there when this server started, oldest first; it does not change afterwards. */
  readonly records: readonly Json[];
  /** Adds a record at the end. It is safe only when a sync has followed. */
  append(record: Json): void;
  /** Everything that was appended is safe when this returns. It is slow: one for many records. */
  sync(): void;
  /** Replaces all records by these, and is safe when it returns: all of it happens, or nothing. */
  rewrite(records: readonly Json[]): void;
}

/** A message that an input wants to send. */
export interface Outgoing {
  readonly to: ServerId;
  readonly message: RaftMessage;
}

/** Which persistent state is not as it was after the last input. */
export interface Changes {
  /** currentTerm or votedFor, or both. */
  readonly vote: boolean;
  /** The log now ends with these entries, from this index on; undefined if it is as it was. */
  readonly log: {readonly from: number; readonly entries: readonly LogEntry[]} | undefined;
  /** state.snapshot is another: the log begins later than it did (§7). */
  readonly snapshot: boolean;
}

/** What the given half calls your class Persistence with, and when. */
export interface PersistenceRules {
  /** Before anything else: puts what disk.records hold into a state that is still as new. */
  restore(): void;
  /**
   * An input is over. Saves what changed, and sends what it wants to send, in an order in which no
   * crash can make this server forget what it has told others. Each message is sent once, before
   * this returns, and each server gets its own in the order of `outgoing`.
   */
  answer(
    changes: Changes, outgoing: readonly Outgoing[], send: (message: Outgoing) => void,
  ): void;
}
