/**
 * Your functions, as the given half calls them: each answer is held against its contract first.
 *
 * Paper: Figure 2, "Rules for Servers".
 * Promises: the function that made a value is known until the value has left the server, so that a
 * failure can name it.
 * Given. You need not change this file.
 * Read next: your own files, skeleton/terms.ts and skeleton/replication.ts first.
 */
import {ContractError} from '../host/guest';
import type {CommittedEntry} from './committed-entry';
import {
  refusePromise, requireAppendEntriesArguments, requireAppendEntriesResults, requireCommittedEntry,
  requireIndex, requireInstallSnapshotArguments, requireInstallSnapshotResults,
  requireRequestVoteArguments, requireRequestVoteResults, type Culprit,
} from './contract';
import type {
  AppendEntriesArguments, AppendEntriesResults, InstallSnapshotArguments, InstallSnapshotResults,
  Json, LogEntry, RequestVoteArguments, RequestVoteResults, ServerId,
} from './messages';
import type {RaftServer} from './raft-server';
import type {Solution} from './solution';
import type {ReadRules} from './timed-server';

/** All boxes share it, and your code can reach it. */
const named = (file: string, name: string): Culprit =>
  Object.freeze({module: `#solution/${file}`, function: name});

const APPEND = named('log', 'append');
const APPEND_ENTRIES_FOR = named('replication', 'appendEntriesFor');
const HANDLE_APPEND_ENTRIES = named('replication', 'handleAppendEntries');
const RECEIVE_APPEND_ENTRIES = named('replication', 'receiveAppendEntriesResults');
const ADVANCE_COMMIT_INDEX = named('commit', 'advanceCommitIndex');
const LEARN_COMMIT_INDEX = named('commit', 'learnCommitIndex');
const TAKE_COMMITTED = named('commit', 'takeCommitted');
const BECOME_CANDIDATE = named('election', 'becomeCandidate');
const REQUEST_VOTE_FOR = named('election', 'requestVoteFor');
const HANDLE_REQUEST_VOTE = named('election', 'handleRequestVote');
const RECEIVE_REQUEST_VOTE = named('election', 'receiveRequestVoteResults');
const BECOME_LEADER = named('election', 'becomeLeader');
const CURRENT_ROUND = named('reads', 'currentRound');
const TAKE_SNAPSHOT = named('compaction', 'takeSnapshot');
const INSTALL_SNAPSHOT_FOR = named('compaction', 'installSnapshotFor');
const HANDLE_INSTALL_SNAPSHOT = named('compaction', 'handleInstallSnapshot');
const RECEIVE_INSTALL_SNAPSHOT = named('compaction', 'receiveInstallSnapshotResults');

export class Rules {
  /** The function that was called last: whatever is wrong with the state now, it was there. */
  lastCalled = APPEND;

  constructor(private readonly server: RaftServer, private readonly yours: Solution) {}

  append(entry: LogEntry): number {
    this.lastCalled = APPEND;
    return requireIndex(this.server.state.log.append(entry), APPEND);
  }

  // Lab 3.

  appendEntriesFor(follower: ServerId): AppendEntriesArguments {
    this.lastCalled = APPEND_ENTRIES_FOR;
    const request = this.yours.replication.appendEntriesFor(this.server, follower);
    return requireAppendEntriesArguments(request, APPEND_ENTRIES_FOR);
  }

  handleAppendEntries(request: AppendEntriesArguments): AppendEntriesResults | undefined {
    this.lastCalled = HANDLE_APPEND_ENTRIES;
    const results = this.yours.replication.handleAppendEntries(this.server, request);
    return requireAppendEntriesResults(results, HANDLE_APPEND_ENTRIES);
  }

  receiveAppendEntriesResults(from: ServerId, results: AppendEntriesResults): void {
    this.lastCalled = RECEIVE_APPEND_ENTRIES;
    const {replication} = this.yours;
    const nothing: unknown = replication.receiveAppendEntriesResults(this.server, from, results);
    refusePromise(nothing, RECEIVE_APPEND_ENTRIES);
  }

  // Lab 4.

  advanceCommitIndex(): void {
    this.lastCalled = ADVANCE_COMMIT_INDEX;
    const nothing: unknown = this.yours.commit.advanceCommitIndex(this.server);
    refusePromise(nothing, ADVANCE_COMMIT_INDEX);
  }

  learnCommitIndex(leaderCommit: number, lastNewIndex: number): void {
    this.lastCalled = LEARN_COMMIT_INDEX;
    const {commit} = this.yours;
    const nothing: unknown = commit.learnCommitIndex(this.server, leaderCommit, lastNewIndex);
    refusePromise(nothing, LEARN_COMMIT_INDEX);
  }

  /**
   * The next committed entry, or undefined. lastApplied has to move with it: a server that waits
   * until the state machine is done applies the entry twice when that throws, or asks for another.
   */
  takeCommitted(): CommittedEntry | undefined {
    const {state} = this.server;
    const before = state.lastApplied;
    const lastCalled = this.lastCalled;
    this.lastCalled = TAKE_COMMITTED;
    const {commit} = this.yours;
    const next = requireCommittedEntry(commit.takeCommitted(this.server), TAKE_COMMITTED);
    if (next === undefined) {
      this.lastCalled = lastCalled;
      return undefined;
    }
    if (state.lastApplied > before && state.lastApplied <= state.log.lastIndex) return next;
    throw new ContractError(
      `takeCommitted returned the entry at index ${next.index}, with lastApplied ${before} before `
        + `and ${state.lastApplied} after: each entry counts as applied when it is returned, so `
        + `lastApplied rises by one, but not past lastIndex (${state.log.lastIndex}).`,
      TAKE_COMMITTED);
  }

  // Lab 5.

  becomeCandidate(): void {
    this.lastCalled = BECOME_CANDIDATE;
    const nothing: unknown = this.yours.election.becomeCandidate(this.server);
    refusePromise(nothing, BECOME_CANDIDATE);
  }

  requestVoteFor(voter: ServerId): RequestVoteArguments | undefined {
    this.lastCalled = REQUEST_VOTE_FOR;
    const request = this.yours.election.requestVoteFor(this.server, voter);
    return requireRequestVoteArguments(request, REQUEST_VOTE_FOR);
  }

  handleRequestVote(request: RequestVoteArguments): RequestVoteResults | undefined {
    this.lastCalled = HANDLE_REQUEST_VOTE;
    const results = this.yours.election.handleRequestVote(this.server, request);
    return requireRequestVoteResults(results, HANDLE_REQUEST_VOTE);
  }

  receiveRequestVoteResults(from: ServerId, results: RequestVoteResults): void {
    this.lastCalled = RECEIVE_REQUEST_VOTE;
    const {election} = this.yours;
    const nothing: unknown = election.receiveRequestVoteResults(this.server, from, results);
    refusePromise(nothing, RECEIVE_REQUEST_VOTE);
  }

  becomeLeader(): void {
    this.lastCalled = BECOME_LEADER;
    const nothing: unknown = this.yours.election.becomeLeader(this.server);
    refusePromise(nothing, BECOME_LEADER);
  }

  // Lab 6.

  /** 0 while no read was ever asked for, or where nobody counts rounds. */
  currentRound(reads: ReadRules | undefined): number {
    return reads === undefined ? 0 : requireIndex(reads.currentRound(), CURRENT_ROUND);
  }

  // Lab 7b.

  takeSnapshot(index: number, data: Json): void {
    this.lastCalled = TAKE_SNAPSHOT;
    const nothing: unknown = this.yours.compaction.takeSnapshot(this.server, index, data);
    refusePromise(nothing, TAKE_SNAPSHOT);
  }

  installSnapshotFor(follower: ServerId): InstallSnapshotArguments | undefined {
    this.lastCalled = INSTALL_SNAPSHOT_FOR;
    const request = this.yours.compaction.installSnapshotFor(this.server, follower);
    return requireInstallSnapshotArguments(request, INSTALL_SNAPSHOT_FOR);
  }

  handleInstallSnapshot(request: InstallSnapshotArguments): InstallSnapshotResults | undefined {
    this.lastCalled = HANDLE_INSTALL_SNAPSHOT;
    const results = this.yours.compaction.handleInstallSnapshot(this.server, request);
    return requireInstallSnapshotResults(results, HANDLE_INSTALL_SNAPSHOT);
  }

  receiveInstallSnapshotResults(from: ServerId, results: InstallSnapshotResults): void {
    this.lastCalled = RECEIVE_INSTALL_SNAPSHOT;
    const {compaction} = this.yours;
    const nothing: unknown = compaction.receiveInstallSnapshotResults(this.server, from, results);
    refusePromise(nothing, RECEIVE_INSTALL_SNAPSHOT);
  }

  /** @throws ContractError */
  refusePromise(value: unknown, culprit: Culprit): void {
    refusePromise(value, culprit);
  }

  /**
   * Hands a value over; if it is not plain JSON after all, says which function it came from.
   * @throws ContractError
   */
  handOver(culprit: Culprit, what: string, give: () => void): void {
    try {
      give();
    } catch (error) {
      // By its name: the class belongs to the host, outside of this box.
      if (!(error instanceof Error) || error.name !== 'NotJson') throw error;
      throw new ContractError(`${culprit.function} ${what} ${error.message}.`, culprit);
    }
  }
}
