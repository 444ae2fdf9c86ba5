/**
 * Calls: what the harness asks of a server, in the place of clients, timers and luck.
 *
 * Promises: a call is answered when its input is over, after everything that the answer depends
 * on; 'read' and 'request' when your code has an answer, perhaps many inputs later.
 * Given. You need not change this file.
 */
import type {GuestContext} from '../host/guest';
import type {Classes} from './classes';
import type {GivenServer} from './given-server';
import {inspect} from './inspect';
import type {KvOperation, KvSession} from './kv-messages';
import type {Command, Json, ServerId} from './messages';

/** What a call may say; each method reads its own. */
interface CallArguments {
  readonly term?: number;
  readonly command?: Command;
  readonly to?: ServerId;
  readonly index?: number;
  readonly session?: KvSession | null;
  readonly operation?: KvOperation;
}

type Answer = Json | object;

export class HarnessCalls {
  constructor(
    private readonly context: GuestContext, private readonly server: GivenServer,
    private readonly classes: Classes, private readonly later: (answer: () => void) => void,
  ) {}

  perform(callId: number, method: string, given: Json): void {
    const answer = (value: Answer): void => {
      this.later(() => this.context.result(callId, value));
    };
    const values = given as CallArguments;
    if (method === 'read') return this.read(answer);
    if (method === 'request') return this.request(values, answer);
    const value = this.valueOf(method, values);
    if (value !== undefined) return answer(value);
    this.later(() => this.context.reject(callId, `a server has no method '${method}'`));
  }

  /** Answers undefined if there is no such method. */
  private valueOf(method: string, given: CallArguments): Answer | undefined {
    const {state, rules} = this.server;
    switch (method) {
      case 'appoint':
        this.nominate(given.term ?? state.currentTerm + 1);
        rules.becomeLeader();
        return null as Json;
      case 'nominate':
        return this.nominate(given.term ?? state.currentTerm + 1);
      case 'submit':
        return this.asLeader(() => this.submit(given.command ?? null));
      case 'replicate':
        return this.asLeader(() => this.replicate(given.to));
      case 'startElection':
        return this.startElection();
      case 'applierThrows':
        this.classes.applier?.throwAt(given.index ?? 0);
        return null as Json;
      case 'takeSnapshot':
        this.classes.applier?.handOver(given.index ?? 0);
        return null as Json;
      case 'inspect':
        return inspect(this.server, this.server.electionTimerResets) as object;
      default:
        return undefined;
    }
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

  /** A client's command: the leader appends it to its log (§5.3). */
  private submit(command: Command): Json {
    return {index: this.server.append(command), term: this.server.state.currentTerm};
  }

  /** Sends AppendEntries to one follower or to all; with nothing to send they are heartbeats. */
  private replicate(to?: ServerId): Json {
    const {server} = this;
    for (const follower of to === undefined ? server.others : [to]) {
      server.sendAppendEntries(follower);
    }
    return null;
  }

  /** A server that does not lead says so, and whom it takes for the leader (§8). */
  private asLeader(act: () => Json): Json {
    const {role, leaderId} = this.server.state;
    return role === 'leader' ? act() : {notLeader: true, leaderId};
  }

  /** What the election timer does from lab 6 on. */
  private startElection(): Json {
    this.server.startElection();
    const {currentTerm, role} = this.server.state;
    return {currentTerm, role};
  }

  /** How far the state machine had come when it could be read. */
  private read(answer: (value: Answer) => void): void {
    const {state} = this.server;
    void this.classes.read().then(allowed => {
      answer(allowed
        ? {lastApplied: state.lastApplied} : {notLeader: true, leaderId: state.leaderId});
    });
  }

  private request(
    {session = null, operation}: CallArguments, answer: (value: Answer) => void,
  ): void {
    if (operation === undefined) throw new Error('a request names an operation');
    this.classes.request({session, operation}, answer);
  }
}
