/**
 * The servers of one scenario, their world, and how a test lets time pass.
 *
 * Promises: server names are S1…Sn and tests never do arithmetic on them. Every wait is in virtual
 * time and has a limit, so nothing hangs.
 * Read next: cluster-faults.ts, cluster.ts, which add the verbs.
 */
import type {BoxSpec} from '../host/box';
import type {Command, LogEntry, ServerId} from '../raft/messages';
import type {Settings} from '../raft/raft-server';
import type {ClockSetting} from '../world/drifting-clock';
import {LabFailure} from '../world/lab-failure';
import type {FailureParts} from '../world/lab-failure';
import type {World} from '../world/world';
import {refuseBox} from './border';
import type {RaftWatch} from './raft-watch';
import type {ServerView} from './server-view';
import {expectTrueReport} from './true-reports';
import type {WholeState} from './true-reports';

/** What a server has before its first boot, on its disk above all: how tables set the scene. */
export interface InitialServer {
  /** Terms in order, as Figure 7 draws a log: '1 1 2'. */
  readonly log?: string;
  /** Defaults to the term of the last entry. */
  readonly currentTerm?: number;
  readonly votedFor?: ServerId | null;
  /** Its clock's rate, and how far ahead it is from the start; a true clock if absent. */
  readonly clock?: ClockSetting;
}

export interface ClusterParts {
  readonly world: World;
  readonly watch: RaftWatch;
  readonly servers: readonly ServerId[];
  readonly settings: Settings;
  /** Whether servers act by themselves: from lab 6 on. */
  readonly isTimed?: boolean;
  /** The file whose `boot` makes a server, and its import table. */
  specOf(server: ServerId): BoxSpec;
  readonly initial: Readonly<Record<ServerId, InitialServer>>;
}

/** No test waits longer than this for messages to arrive. */
const DELIVERY_LIMIT_MS = 60_000;

/** The command a drawn log holds at an index: the same wherever index and term are the same. */
export function drawnCommand(index: number, term: number): Command {
  return `${index}/${term}`;
}

/** '1 1 2' as entries. */
export function entriesOf(drawn: string): LogEntry[] {
  return drawn.split(' ').filter(term => term !== '')
    .map((term, n) => ({term: Number(term), command: drawnCommand(n + 1, Number(term))}));
}

export class ClusterBase {
  readonly servers: readonly ServerId[];
  readonly settings: Settings;
  protected readonly world: World;
  protected readonly watch: RaftWatch;

  constructor(parts: ClusterParts) {
    this.world = parts.world;
    this.watch = parts.watch;
    this.servers = parts.servers;
    this.settings = parts.settings;
    for (const server of parts.servers) {
      const initial = parts.initial[server];
      this.world.add(parts.specOf(server), parts.servers, diskOf(initial));
      if (initial?.clock !== undefined) this.world.setClock(server, initial.clock);
    }
  }

  /** Boots every server. */
  async boot(): Promise<void> {
    for (const server of this.servers) this.world.boot(server);
    await this.now();
  }

  /** What is known of a server from the outside. */
  view(server: ServerId): ServerView {
    return this.watch.view(server);
  }

  /** All servers but the given ones. */
  others(...without: readonly ServerId[]): readonly ServerId[] {
    return this.servers.filter(server => !without.includes(server));
  }

  get nowMs(): number {
    return this.world.nowMs;
  }

  /** Lets everything due at this instant happen. */
  async now(): Promise<void> {
    await this.world.run(this.world.nowMs);
  }

  async runFor(durationMs: number): Promise<void> {
    await this.world.run(this.world.nowMs + durationMs);
  }

  /**
   * Lets time pass until a condition holds.
   * @throws LabFailure 'progress' if it does not in time.
   */
  async runUntil(
    condition: () => boolean, wait: {readonly withinMs: number; readonly what: string},
  ): Promise<void> {
    const held = await this.world.run(this.world.nowMs + wait.withinMs, condition);
    if (!held) {
      this.fail({
        kind: 'progress',
        claim: `No ${wait.what} within ${wait.withinMs}ms of virtual time.`,
        facts: this.servers.map(server => ({who: server, what: this.doing(server)})),
      });
    }
  }

  /** Lets time pass until no message is on its way. Held messages stay held. */
  async deliver(): Promise<void> {
    await this.now();
    const quiet = await this.world.run(
      this.world.nowMs + DELIVERY_LIMIT_MS, () => this.world.isQuiet);
    if (!quiet) {
      this.fail({
        kind: 'cost',
        claim: `Too many messages: the servers are still talking ${DELIVERY_LIMIT_MS}ms after ` +
          'the last thing the test did.',
      });
    }
  }

  /** Every server's whole state must be what it reported, change by change. */
  async expectTrueReports(): Promise<void> {
    for (const server of this.servers) {
      if (!this.view(server).isUp || this.world.isPaused(server)) continue;
      const whole = await this.call(server, 'inspect', {}) as WholeState;
      expectTrueReport(this.view(server), whole, this.nowMs);
    }
  }

  /**
   * Calls a method of the given half of a server. Null if it crashed before it could answer, or is
   * paused: it will do what it was told when it is resumed.
   */
  protected async call(server: ServerId, method: string, values: object): Promise<unknown> {
    const call = this.world.call(server, method, values);
    await this.now();
    const isAble = this.world.isUp(server) && !this.world.isPaused(server);
    if (call.value === undefined && !isAble) return null;
    if (call.value === undefined) {
      const rule = 'the kit’s half of a server answers each call at once';
      refuseBox({id: server, atMs: this.nowMs}, {did: `did not answer the call ${method}`, rule});
    }
    return JSON.parse(call.value) as unknown;
  }

  /** One line for a progress failure: what a server has been doing. */
  protected doing(server: ServerId): string {
    const {isUp, state, log} = this.view(server);
    if (!isUp) return 'crashed';
    const votes = state.role === 'candidate' ? `, votes from ${state.votesGranted.join(' ')}` : '';
    const leader = state.leaderId === null ? 'knows no leader' : `follows ${state.leaderId}`;
    const who = state.role === 'leader' ? 'leads' : leader;
    return `${state.role} of term ${state.currentTerm}, ${who}${votes}, ` +
      `${log.length} entries, commitIndex ${state.commitIndex}`;
  }

  protected fail(parts: FailureParts): never {
    throw new LabFailure(parts);
  }
}

/** The records of an initial disk, in the form the given half writes them. */
function diskOf(initial: InitialServer | undefined): object[] {
  const {log, currentTerm, votedFor} = initial ?? {};
  if (log === undefined && currentTerm === undefined && votedFor === undefined) return [];
  const entries = entriesOf(log ?? '');
  return [
    {currentTerm: currentTerm ?? entries.at(-1)?.term ?? 0, votedFor: votedFor ?? null},
    ...(entries.length === 0 ? [] : [{from: 1, entries}]),
  ];
}
