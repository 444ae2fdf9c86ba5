/**
 * The server as your functions and classes see it.
 *
 * Paper: Figure 2, "State" and "Rules for Servers".
 * Promises: everybody starts as a follower in term 0 with an empty log (§5.2); what the disk
 * remembers is put in afterwards. What your code wants to send waits here until the input is over.
 * Given. You need not change this file.
 * Read next: server.ts.
 */
import type {GuestContext} from '../host/guest';
import type {Culprit} from './contract';
import type {Outgoing} from './disk-interface';
import type {Command, RaftMessage, ServerId} from './messages';
import type {Settings} from './raft-server';
import {Rules} from './rules';
import type {Solution} from './solution';
import type {RaftState} from './state';
import type {ReadRules, TimedServer, TimingRules} from './timed-server';

/** A message, and the function that is to answer for it. */
export interface Waiting extends Outgoing {
  readonly culprit: Culprit;
}

export class GivenServer implements TimedServer {
  readonly self: ServerId;
  readonly servers: readonly ServerId[];
  readonly others: readonly ServerId[];
  readonly settings: Settings;
  readonly state: RaftState;
  readonly rules: Rules;
  /** How often the election timer was started afresh. */
  electionTimerResets = 0;
  /** What the input at hand wants to send; it leaves when all that it depends on is synced. */
  outgoing: Waiting[] = [];
  /** Whether the leader's log has grown since this was last set to false. */
  hasAppended = false;
  private timing: TimingRules | undefined;
  private reads: ReadRules | undefined;

  constructor(private readonly context: GuestContext, solution: Solution) {
    this.self = context.self;
    this.servers = context.servers;
    this.others = context.servers.filter(server => server !== context.self);
    this.settings = {
      heartbeatIntervalMs: numberIn(context.settings, 'heartbeatIntervalMs'),
      electionTimeoutMs: numberIn(context.settings, 'electionTimeoutMs'),
      rpcTimeoutMs: numberIn(context.settings, 'rpcTimeoutMs'),
    };
    this.state = {
      currentTerm: 0,
      votedFor: null,
      log: new solution.RaftLog(),
      snapshot: null,
      commitIndex: 0,
      lastApplied: 0,
      nextIndex: {},
      matchIndex: {},
      role: 'follower',
      leaderId: null,
      votesGranted: new Set(),
    };
    this.rules = new Rules(this, solution);
  }

  /** Your classes of lab 6 are made with this server, so they are known only afterwards. */
  connect(timing: TimingRules, reads: ReadRules): void {
    this.timing = timing;
    this.reads = reads;
  }

  resetElectionTimer(): void {
    this.electionTimerResets++;
    this.timing?.electionTimerReset();
  }

  log(line: string): void {
    this.context.log(line);
  }

  /** A leader has no election timer running (§5.2). */
  startElection(): void {
    const {state} = this;
    if (state.role === 'leader') return;
    this.rules.becomeCandidate();
    for (const voter of this.others) this.sendRequestVote(voter);
  }

  sendRequestVote(voter: ServerId): void {
    if (this.state.role !== 'candidate') return;
    const request = this.rules.requestVoteFor(voter);
    if (request !== undefined) this.send(voter, {type: 'RequestVote', ...request});
  }

  sendAppendEntries(follower: ServerId): void {
    const {state} = this;
    if (state.role !== 'leader') return;
    const firstIndex = state.nextIndex[follower] ?? state.log.lastIndex + 1;
    const snapshot = firstIndex <= state.log.lastIncludedIndex
      ? this.rules.installSnapshotFor(follower) : undefined;
    if (snapshot !== undefined) this.send(follower, {type: 'InstallSnapshot', ...snapshot});
    else this.send(follower, this.inRound(this.rules.appendEntriesFor(follower)));
  }

  /** A follower that needs a snapshot is asked about the last entry that has been discarded. */
  sendHeartbeat(follower: ServerId): void {
    const {state} = this;
    if (state.role !== 'leader') return;
    const {lastIncludedIndex, lastIncludedTerm} = state.log;
    const firstIndex = state.nextIndex[follower] ?? state.log.lastIndex + 1;
    const request = firstIndex > lastIncludedIndex ? this.rules.appendEntriesFor(follower) : {
      term: state.currentTerm, leaderId: this.self,
      prevLogIndex: lastIncludedIndex, prevLogTerm: lastIncludedTerm,
      leaderCommit: state.commitIndex,
    };
    this.send(follower, this.inRound({...request, entries: []}));
  }

  append(command: Command): number {
    const {state} = this;
    if (state.role !== 'leader') return 0;
    const index = this.rules.append({term: state.currentTerm, command});
    this.hasAppended = true;
    // The leader alone may be the majority, in a cluster of one.
    this.rules.advanceCommitIndex();
    return index;
  }

  /** Keeps a message until the end of the input. */
  send(to: ServerId, message: RaftMessage): void {
    this.outgoing.push({to, message, culprit: this.rules.lastCalled});
  }

  private inRound(request: Parameters<typeof asAppendEntries>[0]): RaftMessage {
    const {lastCalled} = this.rules;
    const round = this.rules.currentRound(this.reads);
    this.rules.lastCalled = lastCalled;
    return asAppendEntries(round === 0 ? request : {...request, round});
  }
}

type AppendEntries = Extract<RaftMessage, {type: 'AppendEntries'}>;

function asAppendEntries(request: Omit<AppendEntries, 'type'>): RaftMessage {
  return {type: 'AppendEntries', ...request};
}

function numberIn(settings: GuestContext['settings'], name: keyof Settings): number {
  const value = settings[name];
  if (typeof value === 'number') return value;
  throw new Error(`The scenario sets no ${name}: this is a bug in the lab kit, not in your Raft.`);
}
