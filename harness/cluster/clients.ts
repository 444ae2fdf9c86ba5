/**
 * The clients of one scenario: boxes in the servers' world, and verbs to ask them for things.
 *
 * Paper: §8.
 * Promises: an operation begins when the test gives it to a client's box and is over when the
 * result leaves that box; both are seen by the world, and the client has no say in it. All of them
 * are one history, which must be linearizable when the scenario is over.
 * Read next: client-history.ts; tests/7-kv for how it reads.
 */
import type {BoxSpec, Effect} from '../host/box';
import type {KvOperation, KvOutcome} from '../raft/kv-messages';
import type {ServerId} from '../raft/messages';
import type {Call} from '../world/calls';
import {LabFailure} from '../world/lab-failure';
import type {World} from '../world/world';
import {AnswerCheck} from './answer-check';
import {AppliedRecord} from './applied-record';
import {ClientHistory} from './client-history';

/** 'C1'. */
export type ClientName = string;

export interface ClientsParts {
  readonly world: World;
  readonly clients: readonly ClientName[];
  readonly servers: readonly ServerId[];
  /** Whether anybody asks the servers for anything: these clients, or some that the test plays. */
  readonly isAsked: boolean;
  /** The file whose `boot` makes a client, and its import table. */
  specOf(client: ClientName): BoxSpec;
}

/** An operation that a client was asked for. */
export interface Asked {
  readonly client: ClientName;
  readonly operation: KvOperation;
  /** Whether its outcome is known, or never will be. */
  readonly isOver: boolean;
  /** undefined until it is known; for ever, if the client crashed before. */
  readonly outcome: KvOutcome | undefined;
}

interface Wait {
  /** Virtual time from now on. Absent: as long as a Go lab's `one` waits. */
  readonly withinMs?: number;
}

/** What an agreement may take in the Go labs, elections included. */
const WITHIN_MS = 10_000;

class Asking implements Asked {
  isOver = false;
  outcome: KvOutcome | undefined;

  constructor(
    readonly client: ClientName, readonly operation: KvOperation,
    readonly call: Call, readonly historyId: number,
  ) {}
}

export class Clients {
  readonly names: readonly ClientName[];
  readonly history: ClientHistory;
  private readonly world: World;
  private readonly answers: AnswerCheck;
  /** At most one a client. */
  private readonly open = new Map<ClientName, Asking>();

  constructor(private readonly parts: ClientsParts) {
    this.world = parts.world;
    this.names = parts.clients;
    const applied = new AppliedRecord(parts.servers, () => this.world.nowMs);
    this.history = new ClientHistory(applied);
    this.answers = new AnswerCheck(parts.clients, parts.servers, () => this.world.nowMs);
    for (const name of parts.clients) this.world.add(parts.specOf(name), parts.servers);
    // Every effect of every box passes here, so only where somebody asks.
    if (!parts.isAsked) return;
    this.world.observe(applied);
    this.world.observe({
      effect: (box, effect) => this.observe(box, effect),
      crashed: box => this.lose(box),
    });
  }

  /** Boots every client. */
  async boot(): Promise<void> {
    for (const name of this.names) this.world.boot(name);
    await this.world.run(this.world.nowMs);
  }

  /** Asks a client for an operation, and does not wait. */
  begin(client: ClientName, operation: KvOperation): Asked {
    if (this.open.has(client)) throw new Error(`${client} has an operation under way already`);
    if (!this.world.isUp(client)) throw new Error(`${client} is down`);
    const {op, ...given} = operation;
    this.world.act(`${client}: ${this.history.describe(operation)}`);
    const historyId = this.history.invoked(client, operation, this.world.nowMs);
    const asking = new Asking(client, operation, this.world.call(client, op, given), historyId);
    this.open.set(client, asking);
    return asking;
  }

  /** Asks a client for an operation and waits for its outcome. @throws LabFailure 'progress' */
  async perform(client: ClientName, operation: KvOperation, wait: Wait = {}): Promise<KvOutcome> {
    const asked = this.begin(client, operation);
    await this.finish(wait, [asked]);
    if (asked.outcome !== undefined) return asked.outcome;
    throw new Error(`${client} crashed before it was answered`);
  }

  async get(client: ClientName, key: string, wait?: Wait): Promise<string | null> {
    return await this.perform(client, {op: 'get', key}, wait) as string | null;
  }

  async set(client: ClientName, key: string, value: string): Promise<void> {
    await this.perform(client, {op: 'set', key, value});
  }

  async delete(client: ClientName, key: string): Promise<boolean> {
    return await this.perform(client, {op: 'delete', key}) as boolean;
  }

  async append(client: ClientName, key: string, value: string): Promise<number> {
    return await this.perform(client, {op: 'append', key, value}) as number;
  }

  async compareAndSet(
    client: ClientName, key: string,
    {expected, value}: {readonly expected: string | null; readonly value: string},
  ): Promise<boolean> {
    return await this.perform(client, {op: 'compareAndSet', key, expected, value}) as boolean;
  }

  /** Waits until these operations, or all that are under way, are over. */
  async finish(
    {withinMs = WITHIN_MS}: Wait = {}, asked: readonly Asked[] = [...this.open.values()],
  ): Promise<void> {
    const isDone = await this.world.run(
      this.world.nowMs + withinMs, () => asked.every(({isOver}) => isOver));
    if (!isDone) this.failWaiting(asked.filter(({isOver}) => !isOver), withinMs);
  }

  /**
   * Every client does `times` operations, one after the other, all clients at the same time.
   * @param operationOf what a client asks for, the n-th time (from 0).
   */
  async each(
    {times, withinMs = WITHIN_MS}: Wait & {readonly times: number},
    operationOf: (client: ClientName, n: number) => KvOperation,
  ): Promise<void> {
    const begun = new Map(this.names.map(name => [name, 0]));
    const limitMs = this.world.nowMs + withinMs;
    const next = (): readonly ClientName[] => this.names.filter(name =>
      this.isIdle(name) && this.world.isUp(name) && (begun.get(name) ?? 0) < times);
    for (let idle = next(); idle.length > 0 || this.open.size > 0; idle = next()) {
      for (const name of idle) {
        const n = begun.get(name) ?? 0;
        begun.set(name, n + 1);
        this.begin(name, operationOf(name, n));
      }
      const size = this.open.size;
      const isOn = await this.world.run(limitMs, () => this.open.size < size);
      if (!isOn) this.failWaiting([...this.open.values()], withinMs);
    }
  }

  isIdle(client: ClientName): boolean {
    return !this.open.has(client);
  }

  /** Stops clients: whether what they were asked for was done, nobody will ever know. */
  crash(...clients: readonly ClientName[]): void {
    this.world.act(`crash ${clients.join(' ')}`);
    for (const client of clients) this.world.crash(client);
  }

  /** Starts clients again, with nothing: a client has no disk. */
  async restart(...clients: readonly ClientName[]): Promise<void> {
    this.world.act(`restart ${clients.join(' ')}`);
    for (const client of clients) this.world.boot(client);
    await this.world.run(this.world.nowMs);
  }

  /** A client can talk to these servers only, until somebody heals its links or cuts others. */
  connect(client: ClientName, ...servers: readonly ServerId[]): void {
    this.world.act(`${client} can reach ${servers.length === 0 ? 'nobody' : servers.join(' ')}`);
    const {network} = this.world;
    for (const server of this.parts.servers) {
      const change = servers.includes(server) ? network.heal : network.cut;
      change.call(network, client, server);
      change.call(network, server, client);
    }
  }

  private observe(box: string, effect: Effect): void {
    if (effect.kind === 'send') return this.answers.observe(box, effect.to, effect.message);
    const asking = this.open.get(box);
    if (asking === undefined || !asking.call.done) return;
    if (effect.kind !== 'result' && effect.kind !== 'reject') return;
    this.open.delete(box);
    const outcome = JSON.parse(asking.call.value ?? 'null') as KvOutcome;
    asking.outcome = outcome;
    asking.isOver = true;
    this.history.returned(asking.historyId, outcome, this.world.nowMs);
  }

  private lose(box: string): void {
    const asking = this.open.get(box);
    if (asking === undefined) return;
    this.open.delete(box);
    asking.isOver = true;
    this.history.unknown(asking.historyId);
  }

  private failWaiting(waiting: readonly Asked[], withinMs: number): never {
    const [first] = waiting;
    if (first === undefined) throw new Error('nobody waits, and yet the wait failed');
    const others = waiting.length === 1 ? '' : `, nor to ${waiting.length - 1} others`;
    throw new LabFailure({
      kind: 'progress',
      claim: `No answer to ${first.client}, which asked for ` +
        `${this.history.describe(first.operation)}${others}, within ${withinMs}ms of virtual time.`,
      why: {
        source: '§8',
        text: 'A client asks again and again, other servers too, until it is answered; and a ' +
          'majority of the servers that can talk to each other answers it.',
      },
    });
  }
}
