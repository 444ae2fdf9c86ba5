/**
 * The given half of a server: it owns the state, calls your functions and sends what they return.
 *
 * Paper: Figure 2, "Rules for Servers".
 * Promises: one input is handled from beginning to end before the next begins. Its effects leave in
 * this order: what changed, records and their sync, messages, entries to apply, the answer to a
 * call. So nothing is told that a crash could take back, whichever effect it comes after.
 * Does not: decide anything. The decisions are yours.
 * Given. You need not change this file.
 * Read next: rules.ts, which calls your functions.
 */
import type {Guest, GuestContext} from '../host/guest';
import {Applier} from './applier';
import type {CommittedEntry} from './committed-entry';
import type {Culprit} from './contract';
import {GivenServer} from './given-server';
import {inspect, LogWatch, StateWatch, type LogSuffix} from './inspect';
import type {
  AppendEntriesArguments, AppendEntriesResults, Command, Json, RaftMessage, RequestVoteArguments,
  ServerId,
} from './messages';
import {Rules} from './rules';
import {Persistence} from './stand-ins/persistence';

/** Starts a server; with records on its disk, starts it again as they remember it. */
export function boot(context: GuestContext): Guest {
  return new ServerProgram(context);
}

interface Outgoing {
  readonly to: ServerId;
  readonly message: RaftMessage;
  /** The function that made it. */
  readonly culprit: Culprit;
}

/** What a call may say; each method reads its own. */
interface CallArguments {
  readonly term?: number;
  readonly command?: Command;
  readonly to?: ServerId;
  readonly index?: number;
}

const NOTHING: readonly CommittedEntry[] = [];

class ServerProgram implements Guest {
  private readonly server: GivenServer;
  private readonly rules: Rules;
  private readonly others: readonly ServerId[];
  private readonly applier: Applier;
  private readonly persistence: Persistence;
  private readonly stateWatch = new StateWatch();
  private readonly logWatch = new LogWatch();
  /** What the input at hand wants to send; it leaves when all that it depends on is synced. */
  private outgoing: Outgoing[] = [];
  /** The term this server led already when the input at hand came; -1 if it did not lead. */
  private ledTermBefore = -1;

  constructor(private readonly context: GuestContext) {
    this.server = new GivenServer(context);
    this.rules = new Rules(this.server);
    this.others = context.servers.filter(server => server !== context.self);
    this.applier = new Applier(context);
    this.persistence = new Persistence(context);
    const {server, stateWatch, logWatch} = this;
    this.persistence.restore(server.state);
    const entries = logWatch.changedSuffix(server.state.log) ?? {from: 1, entries: []};
    context.changed(stateWatch.changedFields(server, 0) ?? {}, entries);
  }

  /** Only servers send to servers, and each holds its messages against the contract. */
  receive(from: ServerId, message: unknown): void {
    this.begin();
    this.dispatch(from, message as RaftMessage);
    this.finish();
  }

  call(callId: number, method: string, given: Json): void {
    this.begin();
    const answer = this.perform(method, (given ?? {}) as CallArguments);
    this.finish();
    if (answer === undefined) this.context.reject(callId, `a server has no method '${method}'`);
    else this.context.result(callId, answer);
  }

  // One input, from beginning to end.

  /** Also forgets what an input that threw had wanted to send. */
  private begin(): void {
    const {role, currentTerm} = this.server.state;
    this.outgoing = [];
    this.ledTermBefore = role === 'leader' ? currentTerm : -1;
  }

  /**
   * Lets everything out, in the order that makes a crash harmless. Entries are applied after the
   * sync, because this server may be one of the majority that makes them safe.
   */
  private finish(): void {
    const {state} = this.server;
    // A new leader tells everybody at once, before another election starts (§5.2).
    if (state.role === 'leader' && state.currentTerm !== this.ledTermBefore) this.replicate();
    const committed = this.takeAllCommitted();

    const suffix = this.logWatch.changedSuffix(state.log);
    this.report(suffix);
    this.persistence.save(state, suffix);
    for (const {to, message, culprit} of this.outgoing) {
      this.rules.handOver(culprit, 'returned what cannot be sent:', () =>
        this.context.send(to, message));
    }
    for (const entry of committed) this.applier.apply(entry);
  }

  /**
   * Takes the entries one by one, as a state machine that asks for the next when it is done with
   * the last. They are given to it later, in the same order, when what they depend on is synced.
   */
  private takeAllCommitted(): readonly CommittedEntry[] {
    let next = this.rules.takeCommitted();
    if (next === undefined) return NOTHING;
    const committed: CommittedEntry[] = [];
    for (; next !== undefined; next = this.rules.takeCommitted()) committed.push(next);
    return committed;
  }

  /** Before all other effects: whoever sees a message must know the state that sent it. */
  private report(suffix: LogSuffix | undefined): void {
    const fields = this.stateWatch.changedFields(this.server, this.server.electionTimerResets);
    if (fields === undefined && suffix === undefined) return;
    this.rules.handOver(this.rules.lastCalled, 'was the last to run, and now', () =>
      this.context.changed(fields ?? {}, suffix));
  }

  // Messages: each goes to the function that handles it, without its `type`.

  private dispatch(from: ServerId, message: RaftMessage): void {
    switch (message.type) {
      case 'AppendEntries': {
        const {type, ...request} = message;
        return this.onAppendEntries(from, request);
      }
      case 'AppendEntriesResults': {
        const {type, ...results} = message;
        return this.onAppendEntriesResults(from, results);
      }
      case 'RequestVote': {
        const {type, ...request} = message;
        return this.onRequestVote(from, request);
      }
      case 'RequestVoteResults': {
        const {type, ...results} = message;
        return this.rules.receiveRequestVoteResults(from, results);
      }
      default:
        this.context.log(`ignores a message of unknown type: ${JSON.stringify(message)}`);
    }
  }

  /** The follower's side: its log first, and only if that accepts, its commitIndex (§5.3). */
  private onAppendEntries(from: ServerId, request: AppendEntriesArguments): void {
    const {leaderCommit} = request;
    const results = this.rules.handleAppendEntries(request);
    if (results === undefined) return;
    this.send(from, {type: 'AppendEntriesResults', ...results});
    if (results.success) this.rules.learnCommitIndex(leaderCommit, results.matchIndex);
  }

  /**
   * The leader's side: what it knows of the follower, then what that commits, then what to send
   * next. A follower that has caught up gets nothing more until the leader is asked to replicate.
   */
  private onAppendEntriesResults(from: ServerId, results: AppendEntriesResults): void {
    const {state} = this.server;
    const nextIndexBefore = state.nextIndex[from];
    const matchIndexBefore = state.matchIndex[from];
    this.rules.receiveAppendEntriesResults(from, results);
    if (state.role !== 'leader') return;

    this.rules.advanceCommitIndex();
    const nextIndex = state.nextIndex[from];
    // Results that tell nothing new, such as a duplicate, cause no message: or each copy that the
    // network makes would start another chain of requests that never ends.
    const isNews = nextIndex !== nextIndexBefore || state.matchIndex[from] !== matchIndexBefore;
    const hasMore = nextIndex !== undefined && nextIndex <= state.log.lastIndex;
    if (isNews && hasMore) this.sendAppendEntries(from);
  }

  /** Sends the vote or its refusal; a request that is ignored has no results. */
  private onRequestVote(from: ServerId, request: RequestVoteArguments): void {
    const results = this.rules.handleRequestVote(request);
    if (results !== undefined) this.send(from, {type: 'RequestVoteResults', ...results});
  }

  private sendAppendEntries(follower: ServerId): void {
    const request = this.rules.appendEntriesFor(follower);
    this.send(follower, {type: 'AppendEntries', ...request});
  }

  /** Keeps a message until the end of the input, with the function that is to answer for it. */
  private send(to: ServerId, message: RaftMessage): void {
    this.outgoing.push({to, message, culprit: this.rules.lastCalled});
  }

  // Calls: what the harness asks of a server.

  /** Answers undefined if there is no such method. */
  private perform(method: string, given: CallArguments): Json | object | undefined {
    switch (method) {
      case 'appoint':
        return this.appoint(given.term ?? this.server.state.currentTerm + 1);
      case 'nominate':
        return this.nominate(given.term ?? this.server.state.currentTerm + 1);
      case 'submit':
        return this.submit(given.command ?? null);
      case 'replicate':
        return this.asLeader(() => this.replicate(given.to));
      case 'startElection':
        return this.startElection();
      case 'applierThrows':
        this.applier.throwAt(given.index ?? 0);
        return null;
      case 'inspect':
        return inspect(this.server, this.server.electionTimerResets);
      default:
        return undefined;
    }
  }

  /** Makes this server the leader of `term`, as if it had won an election nobody saw. */
  private appoint(term: number): Json {
    this.nominate(term);
    this.rules.becomeLeader();
    return null;
  }

  /** Makes this server a candidate of `term` that has its own vote, and has asked nobody yet. */
  private nominate(term: number): Json {
    const {self, state} = this.server;
    state.currentTerm = term;
    state.votedFor = self;
    state.role = 'candidate';
    state.leaderId = null;
    state.votesGranted = new Set([self]);
    return null;
  }

  /** A client's command: the leader appends it to its log; sending it is another call (§5.3). */
  private submit(command: Command): Json {
    return this.asLeader(() => {
      const term = this.server.state.currentTerm;
      const index = this.rules.append({term, command});
      // The leader alone may be the majority, in a cluster of one.
      this.rules.advanceCommitIndex();
      return {index, term};
    });
  }

  /** Sends AppendEntries to one follower or to all; with nothing to send they are heartbeats. */
  private replicate(to?: ServerId): null {
    if (to !== undefined) this.sendAppendEntries(to);
    else for (const follower of this.others) this.sendAppendEntries(follower);
    return null;
  }

  /** A server that does not lead says so, and whom it takes for the leader (§8). */
  private asLeader(act: () => Json): Json {
    const {role, leaderId} = this.server.state;
    return role === 'leader' ? act() : {notLeader: true, leaderId};
  }

  /** What the election timer does in lab 6: a leader has none running (§5.2). */
  private startElection(): Json {
    const {state} = this.server;
    if (state.role !== 'leader') this.rules.becomeCandidate();
    if (state.role === 'candidate') {
      for (const voter of this.others) this.requestVote(voter);
    }
    return {currentTerm: state.currentTerm, role: state.role};
  }

  private requestVote(voter: ServerId): void {
    const request = this.rules.requestVoteFor(voter);
    if (request !== undefined) this.send(voter, {type: 'RequestVote', ...request});
  }
}
