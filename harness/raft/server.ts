/**
 * The given half of a server: it owns the state, calls your code and sends what that wants sent.
 *
 * Paper: Figure 2, "Rules for Servers".
 * Promises: one input is handled from beginning to end before the next begins. Its effects leave in
 * this order: what changed, records and their sync, messages, entries to apply, answers to calls.
 * So nothing is told that a crash could take back, whichever effect it comes after.
 * Does not: decide anything. The decisions are yours.
 * Given. You need not change this file.
 * Read next: solution.ts (what starts it), dispatch.ts (messages), rules.ts (your functions),
 * classes.ts (your classes).
 */
import type {Guest, GuestContext} from '../host/guest';
import {Classes} from './classes';
import type {CommittedEntry} from './committed-entry';
import {Dispatch} from './dispatch';
import {GivenServer} from './given-server';
import {HarnessCalls} from './harness-calls';
import {LogWatch, StateWatch, type LogSuffix} from './inspect';
import type {Json, RaftMessage, ServerId} from './messages';
import type {KvMessage} from './kv-messages';
import type {Solution} from './solution';
import type {Snapshot} from './state';

const NOTHING: readonly CommittedEntry[] = Object.freeze([]);

export class ServerProgram implements Guest {
  private readonly server: GivenServer;
  private readonly classes: Classes;
  private readonly dispatch: Dispatch;
  private readonly calls: HarnessCalls;
  private readonly stateWatch = new StateWatch();
  private readonly logWatch = new LogWatch();
  /** What leaves last of all: answers to calls and to clients. */
  private answers: (() => void)[] = [];
  /** The term this server led when it was settled last; -1 if it did not lead. */
  private ledTerm = -1;
  /** What was saved, or found on the disk. */
  private savedTerm: number;
  private savedVote: ServerId | null;
  private savedSnapshot: Snapshot | null;
  /** The last index the service was given, by itself or within a snapshot. */
  private servedIndex = 0;

  constructor(private readonly context: GuestContext, solution: Solution) {
    const later = (answer: () => void): void => { this.answers.push(answer); };
    const server = this.server = new GivenServer(context, solution);
    this.classes = new Classes(context, server, solution);
    this.classes.persistence.restore();
    const {state} = server;
    this.savedTerm = state.currentTerm;
    this.savedVote = state.votedFor;
    this.savedSnapshot = state.snapshot;
    const entries = this.logWatch.changedSuffix(state.log) ?? {from: 1, entries: []};
    context.changed(this.stateWatch.changedFields(server, 0) ?? {}, entries);
    this.dispatch = new Dispatch(server, this.classes, later);
    this.calls = new HarnessCalls(context, server, this.classes, later);
    this.serveSnapshot();
    this.classes.timing.start();
  }

  /** Servers and clients hold their messages against the contract before they send them. */
  receive(from: string, message: Json): void {
    this.dispatch.receive(from, message as RaftMessage | KvMessage);
  }

  call(callId: number, method: string, given: Json): void {
    this.calls.perform(callId, method, given ?? {});
  }

  /** Whether your code has asked for something since `settle`: it may go on after an `await`. */
  get isUnsettled(): boolean {
    const {server} = this;
    return server.outgoing.length > 0 || this.answers.length > 0 || server.hasAppended ||
      server.state.snapshot !== this.savedSnapshot;
  }

  /**
   * Lets everything out, in the order that makes a crash harmless. Entries are applied after the
   * sync, because this server may be one of the majority that makes them safe.
   */
  settle(): void {
    this.tellRoles();
    this.tellOfNewEntries();
    const committed = this.takeAllCommitted();

    const suffix = this.logWatch.changedSuffix(this.server.state.log);
    this.report(suffix);
    this.save(suffix);
    this.serveSnapshot();
    for (const entry of committed) this.serve(entry);
    if (committed.length > 0) this.classes.reads.entriesApplied();
    this.answer();
  }

  private tellRoles(): void {
    const {role, currentTerm} = this.server.state;
    const ledTerm = role === 'leader' ? currentTerm : -1;
    if (ledTerm === this.ledTerm) return;
    const hasEnded = this.ledTerm !== -1;
    this.ledTerm = ledTerm;
    if (hasEnded) this.classes.leadershipEnded();
    // A new leader tells everybody at once, before another election starts (§5.2).
    if (ledTerm !== -1) this.classes.leadershipBegan();
    // What the reads append, timing has just been told of.
    if (ledTerm !== -1) this.server.hasAppended = false;
  }

  private tellOfNewEntries(): void {
    if (!this.server.hasAppended) return;
    this.server.hasAppended = false;
    if (this.server.state.role === 'leader') this.classes.timing.entriesAppended();
  }

  /**
   * Takes the entries one by one, as a state machine that asks for the next when it is done with
   * the last. They are given to it later, in the same order, when what they depend on is synced.
   */
  private takeAllCommitted(): readonly CommittedEntry[] {
    const {rules} = this.server;
    let next = rules.takeCommitted();
    if (next === undefined) return NOTHING;
    const committed: CommittedEntry[] = [];
    for (; next !== undefined; next = rules.takeCommitted()) committed.push(next);
    return committed;
  }

  /** Before all other effects: whoever sees a message must know the state that sent it. */
  private report(suffix: LogSuffix | undefined): void {
    const {rules} = this.server;
    const fields = this.stateWatch.changedFields(this.server, this.server.electionTimerResets);
    if (fields === undefined && suffix === undefined) return;
    rules.handOver(rules.lastCalled, 'was the last to run, and now', () =>
      this.context.changed(fields ?? {}, suffix));
  }

  private save(log: LogSuffix | undefined): void {
    const {state, outgoing} = this.server;
    const vote = state.currentTerm !== this.savedTerm || state.votedFor !== this.savedVote;
    const snapshot = state.snapshot !== this.savedSnapshot;
    if (!vote && log === undefined && !snapshot && outgoing.length === 0) return;
    this.savedTerm = state.currentTerm;
    this.savedVote = state.votedFor;
    this.savedSnapshot = state.snapshot;
    this.server.outgoing = [];
    this.classes.answer({vote, log, snapshot}, outgoing);
  }

  /** A snapshot that came from the leader or from the disk holds more than the service has seen. */
  private serveSnapshot(): void {
    const {snapshot} = this.server.state;
    if (snapshot === null || snapshot.lastIncludedIndex <= this.servedIndex) return;
    const {lastIncludedIndex, data} = snapshot;
    this.servedIndex = lastIncludedIndex;
    this.context.restore(lastIncludedIndex, data);
    this.classes.service.restore(lastIncludedIndex, data);
  }

  private serve({index, entry}: CommittedEntry): void {
    this.servedIndex = index;
    this.context.apply(index, entry.term, entry.command);
    this.classes.service.apply(index, entry.term, entry.command);
  }

  private answer(): void {
    if (this.answers.length === 0) return;
    const answers = this.answers;
    this.answers = [];
    for (const give of answers) give();
  }
}
