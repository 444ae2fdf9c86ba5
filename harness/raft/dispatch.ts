/**
 * Messages that arrive: each goes to the function that handles it, without its `type` and `round`.
 *
 * Paper: Figure 2, "Receiver implementation" of both RPCs; Figure 13.
 * Promises: results are sent back with the round of the request they answer, unless its sender no
 * longer leads: a round says that the sender led when it was answered (§8).
 * Given. You need not change this file.
 * Read next: rules.ts, which calls your functions.
 */
import type {Classes} from './classes';
import type {GivenServer} from './given-server';
import type {KvMessage, KvRequest} from './kv-messages';
import type {
  AppendEntriesArguments, AppendEntriesResults, InstallSnapshotArguments, InstallSnapshotResults,
  RaftMessage, RequestVoteArguments, ServerId,
} from './messages';

export class Dispatch {
  constructor(
    private readonly server: GivenServer, private readonly classes: Classes,
    private readonly later: (answer: () => void) => void,
  ) {}

  receive(from: string, message: RaftMessage | KvMessage): void {
    switch (message.type) {
      case 'AppendEntries': {
        const {type, round, ...request} = message;
        return this.onAppendEntries(from, request, round);
      }
      case 'AppendEntriesResults': {
        const {type, round, ...results} = message;
        return this.onAppendEntriesResults(from, results as AppendEntriesResults, round);
      }
      case 'RequestVote': {
        const {type, ...request} = message;
        return this.onRequestVote(from, request);
      }
      case 'RequestVoteResults': {
        const {type, ...results} = message;
        return this.server.rules.receiveRequestVoteResults(from, results);
      }
      case 'InstallSnapshot': {
        const {type, ...request} = message;
        return this.onInstallSnapshot(from, request);
      }
      case 'InstallSnapshotResults': {
        const {type, ...results} = message;
        return this.onInstallSnapshotResults(from, results);
      }
      case 'KvRequest': {
        const {type, ...request} = message;
        return this.onRequest(from, request);
      }
      default:
        this.server.log(`ignores a message of unknown type: ${JSON.stringify(message)}`);
    }
  }

  /** The follower's side: its log first, and only if that accepts, its commitIndex (§5.3). */
  private onAppendEntries(
    from: ServerId, request: AppendEntriesArguments, round: number | undefined,
  ): void {
    const {rules, state} = this.server;
    const results = rules.handleAppendEntries(request);
    if (results === undefined) return;
    const isCurrent = round !== undefined && request.term === state.currentTerm;
    this.server.send(from, {
      type: 'AppendEntriesResults', ...results, ...isCurrent ? {round} : {},
    });
    if (results.success) rules.learnCommitIndex(request.leaderCommit, results.matchIndex);
  }

  /** The leader's side: what the follower holds now, and what is committed by that (§5.3, §5.4). */
  private onAppendEntriesResults(
    from: ServerId, results: AppendEntriesResults, round: number | undefined,
  ): void {
    const {rules, state} = this.server;
    rules.receiveAppendEntriesResults(from, results);
    if (state.role !== 'leader') return;
    rules.advanceCommitIndex();
    if (results.term !== state.currentTerm) return;
    if (round !== undefined) this.classes.reads.roundAnswered(from, round);
    this.classes.timing.resultsReceived(from);
  }

  /** Sends the vote or its refusal; a request that is ignored has no results. */
  private onRequestVote(from: ServerId, request: RequestVoteArguments): void {
    const results = this.server.rules.handleRequestVote(request);
    if (results !== undefined) this.server.send(from, {type: 'RequestVoteResults', ...results});
  }

  private onInstallSnapshot(from: ServerId, request: InstallSnapshotArguments): void {
    const results = this.server.rules.handleInstallSnapshot(request);
    if (results === undefined) return;
    this.server.send(from, {type: 'InstallSnapshotResults', ...results});
  }

  private onInstallSnapshotResults(from: ServerId, results: InstallSnapshotResults): void {
    const {rules, state} = this.server;
    rules.receiveInstallSnapshotResults(from, results);
    if (state.role !== 'leader' || results.term !== state.currentTerm) return;
    rules.advanceCommitIndex();
    this.classes.timing.resultsReceived(from);
  }

  /** A client's request: the answer goes back to it, with its session, when there is one. */
  private onRequest(from: string, {clientId, serial, operation}: KvRequest): void {
    const command = {session: {clientId, serial}, operation};
    this.classes.request(command, answer => this.later(() => {
      this.classes.sendToClient(from, {type: 'KvResults', clientId, serial, ...answer});
    }));
  }
}
