/**
 * Verbs for servers that act by themselves, from lab 6 on: `one` and `wait` of the Go labs, reads.
 *
 * README.md, beside this file, states the rule of each, its numbers, and what differs from Go.
 * Promises: all waiting is in virtual time and ends; a verb that gives up says what every server
 * was doing.
 * Read next: tests/6-timing for how they read in use.
 */
import type {Command, ServerId} from '../raft/messages';
import type {Call} from '../world/calls';
import {LabFailure} from '../world/lab-failure';
import type {Fact, FailureParts} from '../world/lab-failure';
import {Cluster} from './cluster';
import type {Submitted} from './cluster';
import type {ClusterParts} from './cluster-base';
import {Doings} from './doings';
import type {Among} from './go-checks';
import {ReadWatch} from './read-watch';
import type {AnsweredSince} from './read-watch';
import {selfTalk} from './self-talk';
import {hasApplied} from './server-view';
import {StormWatch} from './storm-watch';

/**
 * Go's budgets, in election timeouts: with T = 500 ms, 10 s for one command and 2 s for one attempt
 * at it.
 */
const AGREEMENT_WITHIN_TIMEOUTS = 20;
const ATTEMPT_TIMEOUTS = 4;
/** Between two rounds of asking everybody, when nobody leads. */
const PAUSE_MS = 50;
/** Go's 30 polls, with pauses that double. */
export const WAIT_WITHIN_MS = 30_000;

export interface Agreement {
  /** How many servers must apply the command. */
  readonly servers: number;
  /** Whether to submit again what was not applied in two seconds; yes if absent. */
  readonly retry?: boolean;
}

/** What a read was answered: how far the state machine had come, or that this is no leader. */
export type ReadAnswer =
  | {readonly lastApplied: number}
  | {readonly notLeader: true; readonly leaderId: ServerId | null};

export class TimedCluster extends Cluster {
  /** Where `one` begins to ask: as in Go it moves on, so each server is asked first in turn. */
  private cursor = 0;
  private readonly doings = new Doings();
  private readonly reads: ReadWatch;
  private readonly isTimed: boolean;

  constructor(parts: ClusterParts) {
    super(parts);
    const {world, watch, servers, isTimed = false} = parts;
    this.reads = new ReadWatch(servers, id => watch.view(id), () => world.nowMs);
    this.isTimed = isTimed;
    if (!isTimed || servers.length === 0) return;
    watch.add(selfTalk);
    watch.add(new StormWatch());
    watch.add(this.doings);
    watch.add(this.reads);
    world.observe({effect: (box, effect) => this.reads.effect(box, effect)});
  }

  /**
   * Submits a command to whoever leads and waits until enough servers have applied it, all at one
   * index, which is returned. It may be committed twice, if it is submitted twice.
   * @throws LabFailure 'progress' after ten seconds; after two, if it may not be retried.
   */
  async one(command: Command, {servers, retry = true}: Agreement): Promise<number> {
    const giveUpAtMs = this.nowMs + AGREEMENT_WITHIN_TIMEOUTS * this.settings.electionTimeoutMs;
    const beganAtMs = this.nowMs;
    while (this.nowMs < giveUpAtMs) {
      const submitted = await this.offerToAnybody(command);
      if (submitted === null) {
        await this.runFor(PAUSE_MS);
        continue;
      }
      if (await this.isAgreed(submitted.index, command, servers)) return submitted.index;
      if (!retry) break;
    }
    return this.noAgreement(command, servers, beganAtMs);
  }

  /**
   * Waits until enough servers have applied an index, and returns the command there; null if a
   * server has meanwhile left `term`, since another leader may have put something else there.
   */
  async wait(
    index: number, {servers, term}: {readonly servers: number; readonly term?: number},
  ): Promise<{readonly command: Command} | null> {
    const hasMovedOn = (): boolean => term !== undefined &&
      this.servers.some(id => this.view(id).state.currentTerm > term);
    const isThere = (): boolean => this.countApplied(index) >= servers;
    await this.runUntil(() => hasMovedOn() || isThere(), {
      withinMs: WAIT_WITHIN_MS, what: `index ${index} applied by ${servers} servers`,
    });
    return isThere() ? {command: this.nCommitted(index).command ?? null} : null;
  }

  /** How many servers have applied an index, by itself or within a snapshot. */
  countApplied(index: number): number {
    return this.servers.filter(id => hasApplied(this.view(id), index)).length;
  }

  /** Offers a command to every connected server in turn until one accepts it: null if none does. */
  async offerToAnybody(command: Command): Promise<Submitted | null> {
    const {servers} = this;
    for (let n = 0; n < servers.length; n++) {
      this.cursor = (this.cursor + 1) % servers.length;
      const server = servers[this.cursor];
      if (server === undefined || !this.connected.includes(server)) continue;
      if (this.view(server).state.role !== 'leader') continue;
      const submitted = await this.offer(server, command);
      if (submitted !== null) return submitted;
    }
    return null;
  }

  /** Asks a server for a read, and does not wait: the answer may come much later, or never. */
  beginRead(server: ServerId): Call {
    this.world.act(`read at ${server}`);
    const call = this.world.call(server, 'read', {});
    this.reads.asked(call);
    return call;
  }

  /**
   * Reads at a server and waits for the answer; null if it does not answer in time.
   * @param withinMs virtual time to wait.
   */
  async read(server: ServerId, withinMs: number): Promise<ReadAnswer | null> {
    const call = this.beginRead(server);
    await this.world.run(this.nowMs + withinMs, () => call.done);
    return answerOf(call);
  }

  /** As in labs 3 to 5, but that a failure asks for the timers of those who should have stood. */
  override async checkOneLeader(among: Among = {}): Promise<ServerId> {
    try {
      return await super.checkOneLeader(among);
    } catch (error) {
      if (!(error instanceof LabFailure) || !this.isTimed) throw error;
      throw new LabFailure({...error.parts, ...this.noLeader(among.among ?? this.connected)});
    }
  }

  /** What every server has been doing, as facts for a failure. */
  whatAllDid(): readonly Fact[] {
    return this.servers.map(who => ({who, what: this.doing(who)}));
  }

  protected override doing(server: ServerId): string {
    return this.isTimed ? this.doings.sentence(this.view(server)) : super.doing(server);
  }

  /** Which followers have answered a server since a read was asked for, which is still open. */
  answeredSince(call: Call): readonly AnsweredSince[] {
    return this.reads.answeredSince(call);
  }

  private isAgreed(index: number, command: Command, servers: number): Promise<boolean> {
    const wanted = JSON.stringify(command);
    const giveUpAtMs = this.nowMs + ATTEMPT_TIMEOUTS * this.settings.electionTimeoutMs;
    return this.world.run(giveUpAtMs, () => this.countApplied(index) >= servers).then(held =>
      held && JSON.stringify(this.nCommitted(index).command) === wanted);
  }

  private noLeader(servers: readonly ServerId[]): Partial<FailureParts> {
    const together = this.doings.stoodTogether(servers);
    const why = {
      source: '§5.2, §5.6',
      text: 'Who hears of no leader for an election timeout stands. Timeouts are drawn at ' +
        'random, so mostly one server is first, and has won before another one stands.',
    };
    const functions = ['timing.start', 'timing.electionTimerReset'];
    if (!this.doings.hasAnybodyStood(servers)) {
      const hint = 'Which timer makes a server stand that never heard of a leader?';
      return {why, functions, hint};
    }
    if (together.length === 0) return {why, functions};
    const who = `${together.slice(0, -1).join(', ')} and ${together.at(-1)}`;
    const hint = `${who} stood at the same moment, and not for the first time. What makes their ` +
      'next timeouts differ?';
    return {why, functions, hint};
  }

  private noAgreement(command: Command, servers: number, beganAtMs: number): never {
    const leader = this.leader(this.connected);
    const shown = JSON.stringify(command).slice(0, 40);
    return this.fail({
      kind: 'progress',
      claim: `No agreement on ${shown} among ${servers} servers within ` +
        `${this.nowMs - beganAtMs}ms of virtual time.`,
      facts: this.servers.map(id => ({
        who: id, what: `${this.doing(id)}; applied ${this.lastAppliedOf(id)} entries`,
      })),
      why: {
        source: '§5.3',
        text: 'While a majority of the servers can talk to each other they have a leader, and it ' +
          'sends what it is given until the others store it.',
      },
      ...(leader === null ? this.noLeader(this.connected) : {}),
    });
  }

  private lastAppliedOf(id: ServerId): number {
    const {applied, restoredIndex} = this.view(id);
    return applied.at(-1)?.index ?? restoredIndex;
  }
}

/** What a call for a read was answered, or null if it was not. */
export function answerOf(call: Call): ReadAnswer | null {
  return call.value === undefined ? null : JSON.parse(call.value) as ReadAnswer;
}
