/**
 * A server with a clock, as your classes of lab 6 see it: what they may ask of the given half.
 *
 * Paper: §5.2, §5.3, §8; Figure 2, "Rules for Servers".
 * Promises: whatever your code asks for here leaves the server when the input it is part of is
 * over, after what changed was saved. A timer's callback is an input like any message. Asking a
 * server that is in another role for something does nothing.
 * Given. You need not change this file.
 * Read next: skeleton/timing.ts, skeleton/reads.ts.
 */
import type {Command, ServerId} from './messages';
import type {RaftServer} from './raft-server';

export interface TimedServer extends RaftServer {
  /** Stands for election: your becomeCandidate, then a RequestVote to every other server (§5.2). */
  startElection(): void;
  /** Sends one server a RequestVote, if your requestVoteFor still has something to ask it. */
  sendRequestVote(voter: ServerId): void;
  /**
   * Sends a follower what it needs next: what your appendEntriesFor returns, which is a heartbeat
   * if it has all entries; or, in lab 7, the snapshot that your installSnapshotFor returns (§5.3).
   */
  sendAppendEntries(follower: ServerId): void;
  /**
   * Sends a follower the same AppendEntries without its entries, however many it lacks: enough to
   * keep its election timer quiet, or to ask it whether this server still leads (§5.2, §8).
   */
  sendHeartbeat(follower: ServerId): void;
  /**
   * Appends a command to the leader's log, in currentTerm, and returns its index; 0 if this server
   * does not lead. `null` is the command that does nothing: every state machine skips it (§8).
   */
  append(command: Command): number;
}

/** What the given half calls your class Timing with, and when. */
export interface TimingRules {
  /** The server has just started, or started again, and is a follower. */
  start(): void;
  /** Your functions of labs 3 and 5 called server.resetElectionTimer() (§5.2). */
  electionTimerReset(): void;
  /** This server has just become the leader of currentTerm (§5.2). */
  leadershipBegan(): void;
  /** This server leads no longer. */
  leadershipEnded(): void;
  /** This leader has new entries in its log, one or more (§5.3). */
  entriesAppended(): void;
  /** A follower answered AppendEntries or InstallSnapshot in this term; your rules have seen it. */
  resultsReceived(from: ServerId): void;
}

/** What the given half calls your class Reads with, and when. */
export interface ReadRules {
  /** This server has just become the leader of currentTerm; Timing learns of it afterwards. */
  leadershipBegan(): void;
  /** This server leads no longer: reads that wait can no longer be allowed (§8). */
  leadershipEnded(): void;
  /**
   * A client wants to read. Resolves to true as soon as the state machine may be read, so that the
   * answer is no older than the question; to false if this server does not lead, or no longer.
   */
  read(): Promise<boolean>;
  /** The round that an AppendEntries carries which leaves now; a whole number that never falls. */
  currentRound(): number;
  /** A follower has answered, in currentTerm, an AppendEntries that carried this round. */
  roundAnswered(from: ServerId, round: number): void;
  /** The state machine was given entries, up to lastApplied. */
  entriesApplied(): void;
}
