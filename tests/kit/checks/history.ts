/**
 * Histories by hand: what servers did, fed to the checks without servers.
 *
 * The verbs do what a correct server does, with its records and its sync; `does` and `handles` take
 * any effects, and so tell of servers that are wrong. Every verb is one input, and `at` moves time.
 * Promises: what a server is told at a restart is what its records say, the unsynced ones lost.
 * Read next: expect-failure.ts; election-safety.spec.ts for how it reads.
 */
import type {RaftCheck} from '../../../harness/cluster/raft-watch';
import {RaftWatch} from '../../../harness/cluster/raft-watch';
import type {ReportedState, ServerView} from '../../../harness/cluster/server-view';
import type {Effect, Input} from '../../../harness/host/box';
import type {
  AppendEntriesArguments, AppendEntriesResults, Command, LogEntry, RaftMessage, ServerId,
} from '../../../harness/raft/messages';
import {Disk} from '../../../harness/world/disk';
import {
  appendRecord, bootReport, changed, entriesOf, newSuffix, recordsOf, send, suffix, sync,
} from './effects';
import type {Suffix} from './effects';

type AppendEntries = {readonly type: 'AppendEntries'} & AppendEntriesArguments;
export type Results = {readonly type: 'AppendEntriesResults'} & AppendEntriesResults;

export interface Setting {
  readonly servers?: number;
  /** What is on the disks from the start, as Figure 7 draws it: '1 1 2'. */
  readonly logs?: Readonly<Record<ServerId, string>>;
  /** Servers whose first boot a crash cuts short, after its report. */
  readonly crashInFirstBoot?: readonly ServerId[];
  readonly checks: readonly RaftCheck[];
}

/** What a server knows when it comes up. */
export interface Known {
  readonly currentTerm: number;
  readonly votedFor: ServerId | null;
  /** As Figure 7 draws it. */
  readonly log?: string;
}

/** Which part of its log a leader sends: everything after `after`, up to `upTo`. */
export interface Part {
  readonly after?: number;
  readonly upTo?: number;
  readonly leaderCommit?: number;
}

const CALL: Input = {kind: 'call', nowMs: 0, callId: 1, method: 'a test', arguments: '{}'};

export class History {
  readonly servers: readonly ServerId[];
  private readonly watch: RaftWatch;
  private readonly disks = new Map<ServerId, Disk>();
  private nowMs = 0;

  constructor({servers = 3, logs = {}, crashInFirstBoot = [], checks}: Setting) {
    this.servers = Array.from({length: servers}, (_, n) => `S${n + 1}`);
    this.watch = new RaftWatch(this.servers, () => this.nowMs);
    for (const check of checks) this.watch.add(check);
    for (const id of this.servers) {
      this.disks.set(id, new Disk(recordsOf(logs[id] ?? '')));
      if (crashInFirstBoot.includes(id)) this.startsToBoot(id);
      else this.boots(id, 0);
    }
  }

  at(nowMs: number): this {
    this.nowMs = nowMs;
    return this;
  }

  view(id: ServerId): ServerView {
    return this.watch.view(id);
  }

  others(id: ServerId): readonly ServerId[] {
    return this.servers.filter(other => other !== id);
  }

  /** One input of no particular kind, with these effects. */
  does(id: ServerId, ...effects: readonly Effect[]): this {
    return this.input(id, CALL, effects);
  }

  /** A message arrives and has these effects. */
  handles(id: ServerId, from: ServerId, message: RaftMessage, ...effects: readonly Effect[]): this {
    const text = JSON.stringify(message);
    return this.input(id, {kind: 'receive', nowMs: this.nowMs, from, message: text}, effects);
  }

  /** The same, and the server crashes after the last of these effects. */
  crashesWhileItDoes(id: ServerId, ...effects: readonly Effect[]): this {
    this.watch.input(id, CALL);
    for (const effect of effects) this.effect(id, effect);
    return this.crashes(id);
  }

  crashes(id: ServerId, survivingRecords = 0): this {
    this.disk(id).crash(survivingRecords);
    this.watch.crashed(id, survivingRecords);
    return this;
  }

  restarts(id: ServerId): this {
    return this.boots(id, this.view(id).incarnation + 1);
  }

  /** A restart after which the server knows what this says, whatever its disk holds. */
  restartsWith(id: ServerId, {currentTerm, votedFor, log = ''}: Known): this {
    const report = changed({currentTerm, votedFor}, suffix(1, entriesOf(log)));
    return this.input(id, this.bootInput(id, this.view(id).incarnation + 1), [report]);
  }

  /** What a server does that changes its state: the report, the records, the sync. */
  saved(id: ServerId, fields: Partial<ReportedState>, log?: Suffix): readonly Effect[] {
    const {state} = this.view(id);
    const {currentTerm, votedFor} = {...state, ...fields};
    const isVoteNew = currentTerm !== state.currentTerm || votedFor !== state.votedFor;
    const effects: Effect[] = [changed(fields, log)];
    if (isVoteNew) effects.push(appendRecord({currentTerm, votedFor}));
    if (log !== undefined) effects.push(appendRecord(log));
    return isVoteNew || log !== undefined ? [...effects, sync] : effects;
  }

  /** A server becomes a candidate of the next term, or of a given one, and asks everybody. */
  stands(id: ServerId, term = this.view(id).state.currentTerm + 1): this {
    const fields = {
      role: 'candidate', currentTerm: term, votedFor: id, leaderId: null, votesGranted: [id],
    } as const;
    const asks = this.others(id).map(voter => send(voter, this.requestVote(id, term)));
    return this.does(id, ...this.saved(id, fields), ...asks);
  }

  requestVote(id: ServerId, term = this.view(id).state.currentTerm): RaftMessage {
    const {log} = this.view(id);
    return {
      type: 'RequestVote', term, candidateId: id,
      lastLogIndex: log.length, lastLogTerm: log.at(-1)?.term ?? 0,
    };
  }

  /** A server is asked by a candidate, and grants its vote. */
  votes(id: ServerId, {for: candidate}: {readonly for: ServerId}): this {
    const request = this.requestVote(candidate);
    const {term} = request;
    const fields = {...this.enters(id, term), votedFor: candidate};
    return this.handles(id, candidate, request, ...this.saved(id, fields),
      send(candidate, {type: 'RequestVoteResults', term, voteGranted: true}));
  }

  /** A candidate is given these votes, and becomes leader with the last of them. */
  wins(id: ServerId, {votesOf}: {readonly votesOf: readonly ServerId[]}): this {
    const {currentTerm: term} = this.view(id).state;
    votesOf.forEach((voter, n) => {
      const granted: RaftMessage = {type: 'RequestVoteResults', term, voteGranted: true};
      const fields = n < votesOf.length - 1
        ? {votesGranted: [id, ...votesOf.slice(0, n + 1)]} : this.asLeader(id);
      this.handles(id, voter, granted, changed(fields));
    });
    return this;
  }

  /** A whole election: a server stands, is given the votes, and wins. */
  leads(id: ServerId, {votesOf, term}: {
    readonly votesOf: readonly ServerId[]; readonly term?: number;
  }): this {
    this.stands(id, term);
    for (const voter of votesOf) this.votes(voter, {for: id});
    return this.wins(id, {votesOf});
  }

  /** What tests do: a server leads a term without an election. */
  appointed(id: ServerId, term: number): this {
    const fields = {currentTerm: term, votedFor: id, ...this.asLeader(id)};
    return this.does(id, ...this.saved(id, fields));
  }

  /** The fields of a server that has just become leader. */
  asLeader(id: ServerId): Partial<ReportedState> {
    const next = this.view(id).log.length + 1;
    const each = (index: number): Record<ServerId, number> =>
      Object.fromEntries(this.others(id).map(other => [other, index]));
    return {
      role: 'leader', leaderId: id, votesGranted: [], nextIndex: each(next), matchIndex: each(0),
    };
  }

  /** A leader appends commands of clients to its log. */
  appends(id: ServerId, ...commands: readonly Command[]): this {
    const {log, state: {currentTerm: term}} = this.view(id);
    const entries = commands.map((command): LogEntry => ({term, command}));
    return this.does(id, ...this.saved(id, {}, suffix(log.length + 1, entries)));
  }

  /** The AppendEntries a leader has for a follower. */
  appendEntries(leader: ServerId, {after = 0, upTo, leaderCommit}: Part = {}): AppendEntries {
    const {log, state} = this.view(leader);
    return {
      type: 'AppendEntries', term: state.currentTerm, leaderId: leader, prevLogIndex: after,
      prevLogTerm: log[after - 1]?.term ?? 0, entries: log.slice(after, upTo),
      leaderCommit: leaderCommit ?? state.commitIndex,
    };
  }

  /** A leader sends, a follower follows; its results are on their way. */
  follows(id: ServerId, leader: ServerId, part: Part = {}): Results {
    const request = this.appendEntries(leader, part);
    this.does(leader, send(id, request));
    return this.accepts(id, request);
  }

  /** A follower takes what a request has for it, and answers. */
  accepts(id: ServerId, request: AppendEntries): Results {
    const {term, leaderId, prevLogIndex, entries, leaderCommit} = request;
    const matchIndex = prevLogIndex + entries.length;
    const commitIndex = Math.max(
      this.view(id).state.commitIndex, Math.min(leaderCommit, matchIndex));
    const fields = {...this.enters(id, term), leaderId, commitIndex};
    const results: Results = {type: 'AppendEntriesResults', term, success: true, matchIndex};
    const effects = this.saved(id, fields, newSuffix(this.view(id).log, request));
    this.handles(id, leaderId, request, ...effects, send(leaderId, results));
    return results;
  }

  /** Results arrive at the leader, which may commit with them. */
  hears(id: ServerId, from: ServerId, results: Results, commitIndex?: number): this {
    const {state} = this.view(id);
    const matchIndex = results.success ? results.matchIndex : 0;
    const highest = Math.max(state.matchIndex[from] ?? 0, matchIndex);
    return this.handles(id, from, results, changed({
      matchIndex: {...state.matchIndex, [from]: highest},
      nextIndex: {...state.nextIndex, [from]: Math.max(state.nextIndex[from] ?? 1, highest + 1)},
      ...(commitIndex === undefined ? {} : {commitIndex}),
    }));
  }

  /** Replication to all given followers, and the results back; the last of them may commit. */
  replicates(id: ServerId, to: readonly ServerId[], commitIndex?: number): this {
    to.forEach((follower, n) => {
      const results = this.follows(follower, id);
      this.hears(id, follower, results, n === to.length - 1 ? commitIndex : undefined);
    });
    return this;
  }

  /** A server gives its state machine everything up to its commitIndex. */
  applies(id: ServerId): this {
    const {log, state: {commitIndex, lastApplied}} = this.view(id);
    const applied = log.slice(lastApplied, commitIndex).map(({term, command}, n): Effect => ({
      kind: 'apply', index: lastApplied + 1 + n, term, command: JSON.stringify(command),
    }));
    return this.does(id, changed({lastApplied: commitIndex}), ...applied);
  }

  /** What a follower's report says when a message of this term makes it one. */
  enters(id: ServerId, term: number): Partial<ReportedState> {
    const {currentTerm, votedFor} = this.view(id).state;
    return {
      role: 'follower', currentTerm: term, votedFor: term > currentTerm ? null : votedFor,
      leaderId: null, votesGranted: [], nextIndex: {}, matchIndex: {},
    };
  }

  private startsToBoot(id: ServerId): void {
    this.watch.input(id, this.bootInput(id, 0));
    this.watch.effect(id, bootReport(this.disk(id).records));
    this.crashes(id);
  }

  private boots(id: ServerId, incarnation: number): this {
    const report = bootReport(this.disk(id).records);
    return this.input(id, this.bootInput(id, incarnation), [report]);
  }

  protected bootInput(id: ServerId, incarnation: number): Input {
    const {nowMs, servers} = this;
    const disk = this.disk(id).records;
    return {kind: 'boot', nowMs, servers, settings: '{}', seed: 1, incarnation, disk};
  }

  private disk(id: ServerId): Disk {
    const disk = this.disks.get(id);
    if (disk === undefined) throw new Error(`there is no server ${id}`);
    return disk;
  }

  protected input(id: ServerId, input: Input, effects: readonly Effect[]): this {
    this.watch.input(id, input);
    for (const effect of effects) this.effect(id, effect);
    this.watch.inputDone(id, input);
    return this;
  }

  private effect(id: ServerId, effect: Effect): void {
    if (effect.kind === 'append') this.disk(id).append(effect.record);
    if (effect.kind === 'sync') this.disk(id).sync();
    this.watch.effect(id, effect);
  }
}
