/**
 * The state of one server: Figure 2's box "State", in its words and its order.
 *
 * Paper: Figure 2, "State"; §5.2 for the roles.
 * Promises: no rule lives here. The functions of labs 3 to 5 read and change these fields.
 * Given. You need not change this file.
 * Read next: raft-server.ts.
 */
import type {Log} from './log-interface';
import type {Json, ServerId} from './messages';

export type Role = 'follower' | 'candidate' | 'leader';

/** The state machine's state after the entry at lastIncludedIndex, instead of the entries (§7). */
export type Snapshot = {
  readonly lastIncludedIndex: number;
  readonly lastIncludedTerm: number;
  /** As the state machine wrote it. */
  readonly data: Json;
};

export interface RaftState {
  // Persistent state on all servers: on disk before any answer that depends on it leaves.

  /** Latest term this server has seen; starts at 0 and never falls. */
  currentTerm: number;
  /** The candidate that received this server's vote in currentTerm, or null. */
  votedFor: ServerId | null;
  /** The log entries; the first index is 1. */
  readonly log: Log;
  /** Lab 7: what replaced the log up to its lastIncludedIndex; null before the first (§7). */
  snapshot: Snapshot | null;

  // Volatile state on all servers.

  /** Index of the highest entry known to be committed; starts at 0 and never falls. */
  commitIndex: number;
  /** Index of the highest entry given to the state machine. lastApplied <= commitIndex. */
  lastApplied: number;

  // Volatile state on leaders: made afresh after each election, and empty on everybody else.

  /** For each other server, the index of the next entry to send it. Starts at lastIndex + 1. */
  nextIndex: Record<ServerId, number>;
  /** For each other server, the highest index known to be replicated there. Starts at 0.
   *  matchIndex[s] < nextIndex[s]: the functions of replication.ts keep this true. */
  matchIndex: Record<ServerId, number>;

  // What Figure 2 leaves to the reader.

  /** Only becomeFollower, becomeCandidate and becomeLeader assign it. */
  role: Role;
  /** The leader of currentTerm, if this server has heard from it, else null. */
  leaderId: ServerId | null;
  /** The servers that voted for this candidate in currentTerm; empty on everybody else. */
  votesGranted: Set<ServerId>;
}
