/**
 * The messages servers send each other: Figure 2's arguments and results, as plain JSON.
 *
 * Paper: Figure 2, the boxes "AppendEntries RPC" and "RequestVote RPC"; Figure 13 for snapshots.
 * Promises: a message is one-way. Results are messages of their own, sent later or never, so they
 * say what they answer: the paper leaves this out because its RPCs pair the two by themselves.
 * Given. You need not change this file.
 * Read next: state.ts.
 */

/** A server's name: 'S1', 'S2', … as in Figure 8. */
export type ServerId = string;

/** Anything that survives a trip through JSON unchanged. */
export type Json =
  null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** What a client asks the state machine to do. Raft never looks inside. */
export type Command = Json;

/** One place in the log. Its index is its position; indexes start at 1 (§5.3). */
export type LogEntry = {
  /** The term in which a leader created the entry. */
  readonly term: number;
  readonly command: Command;
};

/** Invoked by the leader to replicate log entries; without any it is a heartbeat (§5.2, §5.3). */
export interface AppendEntriesArguments {
  readonly term: number;
  readonly leaderId: ServerId;
  /** Index of the entry immediately before the new ones; 0 means "before the first entry". */
  readonly prevLogIndex: number;
  /** Term of the entry at prevLogIndex; 0 when prevLogIndex is 0. */
  readonly prevLogTerm: number;
  readonly entries: readonly LogEntry[];
  readonly leaderCommit: number;
  /** Lab 6: which round of confirming its leadership this belongs to; your Reads counts them. The
   *  given half puts it on requests, and on the results that answer them. */
  readonly round?: number;
}

/** The follower's log holds everything up to matchIndex exactly as the leader sent it (§5.3). */
export interface AppendEntriesSuccess {
  /** The follower's currentTerm. */
  readonly term: number;
  readonly success: true;
  /** prevLogIndex + the number of entries of the request that is answered. */
  readonly matchIndex: number;
  /** The round of the request that is answered, if it had one. */
  readonly round?: number;
}

/** The consistency check failed, or the request came from an earlier term (§5.1, §5.3). */
export interface AppendEntriesRefusal {
  /** The follower's currentTerm, for the leader to update itself. */
  readonly term: number;
  readonly success: false;
  /** The prevLogIndex that was refused, so that a late refusal can be told from a fresh one. */
  readonly prevLogIndex: number;
  /** Term of the follower's entry at prevLogIndex; absent if it has none (end of §5.3). */
  readonly conflictTerm?: number;
  /** The first index the follower stores for conflictTerm, or its lastIndex + 1 (end of §5.3). */
  readonly conflictIndex?: number;
  /** The round of the request that is answered, if it had one. */
  readonly round?: number;
}

export type AppendEntriesResults = AppendEntriesSuccess | AppendEntriesRefusal;

/** Invoked by candidates to gather votes (§5.2). */
export interface RequestVoteArguments {
  readonly term: number;
  readonly candidateId: ServerId;
  readonly lastLogIndex: number;
  readonly lastLogTerm: number;
}

/** A vote, or its refusal. A granted vote counts in the election of this term only (§5.2). */
export interface RequestVoteResults {
  /** The voter's currentTerm, for the candidate to update itself. */
  readonly term: number;
  readonly voteGranted: boolean;
}

/**
 * Invoked by the leader for a follower whose next entries it has discarded already (§7, Figure 13).
 * The snapshot travels in one message, so Figure 13's `offset` and `done` are left out.
 */
export interface InstallSnapshotArguments {
  readonly term: number;
  readonly leaderId: ServerId;
  /** The snapshot replaces all entries up to and including this index. */
  readonly lastIncludedIndex: number;
  readonly lastIncludedTerm: number;
  /** The state machine's own text of its state. Raft never looks inside. */
  readonly data: Json;
}

/**
 * The snapshot is on the follower's disk, or was not needed; or it came from an earlier term, and
 * nothing is told (§7). Figure 13 has the term only, because its leader knows what is answered.
 */
export interface InstallSnapshotResults {
  /** The follower's currentTerm, for the leader to update itself. */
  readonly term: number;
  /** The lastIncludedIndex of the request that is answered; 0 if that was refused. */
  readonly lastIncludedIndex: number;
}

/** What actually crosses the network. The given half adds `type`; your functions never see it. */
export type RaftMessage =
  | ({readonly type: 'AppendEntries'} & AppendEntriesArguments)
  | ({readonly type: 'AppendEntriesResults'} & AppendEntriesResults)
  | ({readonly type: 'RequestVote'} & RequestVoteArguments)
  | ({readonly type: 'RequestVoteResults'} & RequestVoteResults)
  | ({readonly type: 'InstallSnapshot'} & InstallSnapshotArguments)
  | ({readonly type: 'InstallSnapshotResults'} & InstallSnapshotResults);
