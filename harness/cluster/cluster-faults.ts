/**
 * What a test may do to a cluster: cut links, crash servers, hold messages back.
 *
 * Promises: each verb writes itself into the trace, so a failure tells the same story as the test.
 * Read next: cluster.ts.
 */
import type {Effect} from '../host/box';
import type {RaftMessage, ServerId} from '../raft/messages';
import {CALM, LONG_REORDERING} from '../world/network';
import type {HeldMessage} from '../world/mail';
import {ClusterBase} from './cluster-base';

/** Which messages: all the fields that are given must match. */
export interface MessagePattern {
  readonly from?: ServerId;
  readonly to?: ServerId;
  readonly type?: RaftMessage['type'];
  /** Further fields of the message: `{term: 2}`. */
  readonly with?: Readonly<Record<string, unknown>>;
}

export class ClusterFaults extends ClusterBase {
  /** Servers in whose name the test has spoken: what they hold themselves says nothing. */
  readonly playedByTest = new Set<ServerId>();

  /**
   * Cuts all links between the given servers and any other server; they cannot reach each other
   * either. Clients still reach them; a client that is named reaches no server.
   */
  isolate(...servers: readonly ServerId[]): void {
    this.world.act(`isolate ${servers.join(' ')}`);
    for (const server of servers) {
      for (const other of this.others(server)) this.cutBoth(server, other);
    }
  }

  /**
   * Servers of different groups cannot reach each other; whatever was cut before is healed. A
   * server in no group is alone. A client that is named reaches only the servers of its groups; one
   * that is not reaches every server.
   */
  partition(...groups: readonly (readonly ServerId[])[]): void {
    this.world.act(`partition ${groups.map(group => group.join(' ')).join(' | ')}`);
    this.world.network.healAll();
    const members = new Set([...this.servers, ...groups.flat()]);
    for (const from of members) {
      for (const to of members) {
        const together = groups.some(group => group.includes(from) && group.includes(to));
        if (from !== to && !together) this.world.network.cut(from, to);
      }
    }
  }

  /** Messages from one server to another are lost; the other direction works. */
  cutOneWay(from: ServerId, to: ServerId): void {
    this.world.act(`cut ${from} → ${to}, one way`);
    this.world.network.cut(from, to);
  }

  /**
   * Heals all links, those of clients too; or those of the given servers, or clients, to every
   * server.
   */
  heal(...servers: readonly ServerId[]): void {
    this.world.act(`heal ${servers.length === 0 ? 'all links' : servers.join(' ')}`);
    if (servers.length === 0) this.world.network.healAll();
    for (const server of servers) {
      for (const other of this.others(server)) {
        this.world.network.heal(server, other);
        this.world.network.heal(other, server);
      }
    }
  }

  /** From now on every message arrives, once, 1 ms later and in order. */
  calm(): void {
    this.world.act('the network is calm');
    this.world.network.conditions = CALM;
    for (const server of this.servers) this.world.network.answerLate(server, 0);
  }

  /** From now on two results in three come 200 to 2200 ms late, as in the Go labs. */
  reorderResults(): void {
    this.world.act('two results in three are held back');
    this.world.network.conditions = LONG_REORDERING;
  }

  /** Stops servers: what they did not sync is lost. */
  crash(...servers: readonly ServerId[]): void {
    this.world.act(`crash ${servers.join(' ')}`);
    for (const server of servers) this.world.crash(server);
  }

  /** Boots crashed servers with what their disks hold. */
  async restart(...servers: readonly ServerId[]): Promise<void> {
    this.world.act(`restart ${servers.join(' ')}`);
    for (const server of servers) this.world.boot(server);
    await this.now();
  }

  /** Crashes a server right after the first effect that `when` says yes to. */
  crashAfter(server: ServerId, when: (effect: Effect) => boolean): void {
    this.world.act(`crash ${server} in the middle of its next work`);
    this.world.crashAfter(server, when);
  }

  /**
   * Stops servers without their knowing. Nothing reaches them; messages that come meanwhile wait,
   * their clocks go on, and others cannot tell that they are not cut off or crashed.
   */
  pause(...servers: readonly ServerId[]): void {
    this.world.act(`pause ${servers.join(' ')}`);
    for (const server of servers) this.world.pause(server);
  }

  /** Paused servers go on: they get all that was due for them meanwhile, at once and in order. */
  async resume(...servers: readonly ServerId[]): Promise<void> {
    this.world.act(`resume ${servers.join(' ')}`);
    for (const server of servers) this.world.resume(server);
    await this.now();
  }

  /**
   * From now on everything this server sends arrives so much later, on top of what its links do;
   * 0 ends it. What is on its way comes when it would have, and what it receives is not late.
   */
  answerLate(server: ServerId, delayMs: number): void {
    const act = delayMs === 0 ? `${server} answers in time` : `${server} answers ${delayMs}ms late`;
    this.world.act(act);
    this.world.network.answerLate(server, delayMs);
  }

  /**
   * From now on a server's clock runs at a rate of its own: 1.1 gains 100 ms a second. It does not
   * jump, and it goes on like this after a crash.
   */
  driftClock(server: ServerId, {rate}: {readonly rate: number}): void {
    this.world.act(`the clock of ${server} runs at the rate ${rate}`);
    this.world.setClock(server, {rate});
  }

  /** From now on, messages like this wait until they are released. No pattern: none. */
  hold(pattern?: MessagePattern): void {
    this.world.act(pattern === undefined ? 'hold nothing' : `hold ${describe(pattern)}`);
    this.world.mail.hold(pattern === undefined ? undefined : held => matches(held, pattern));
  }

  /** The messages held back, oldest first. */
  held(pattern: MessagePattern = {}): readonly RaftMessage[] {
    return this.world.mail.heldMessages.filter(held => matches(held, pattern))
      .map(held => JSON.parse(held.message) as RaftMessage);
  }

  /** Delivers held messages like this one at this instant, oldest first, or in another order. */
  async release(
    pattern: MessagePattern = {}, order: 'oldest first' | 'newest first' = 'oldest first',
  ): Promise<void> {
    this.world.act(`release ${describe(pattern)}, ${order}`);
    const taken = [...this.world.mail.takeHeld(held => matches(held, pattern))];
    if (order === 'newest first') taken.reverse();
    for (const {from, to, message} of taken) this.world.deliver(from, to, message);
    await this.now();
  }

  /** Delivers one of the held messages like this one: 0 is the oldest. */
  async releaseOne(position: number, pattern: MessagePattern = {}): Promise<void> {
    this.world.act(`release ${describe(pattern)}, number ${position + 1} of those held`);
    let seen = 0;
    const taken = this.world.mail.takeHeld(held => matches(held, pattern) && seen++ === position);
    for (const {from, to, message} of taken) this.world.deliver(from, to, message);
    await this.now();
  }

  /** Loses held messages like this one. */
  dropHeld(pattern: MessagePattern = {}): void {
    this.world.act(`lose ${describe(pattern)}`);
    this.world.mail.takeHeld(held => matches(held, pattern));
  }

  /**
   * Gives a server a message, as if it came from `from`, and returns what the server sends at
   * once, in order.
   */
  async receive(
    server: ServerId, from: ServerId, message: RaftMessage,
  ): Promise<readonly SentMessage[]> {
    const sent: SentMessage[] = [];
    const stop = this.listen(item => { if (item.from === server) sent.push(item); });
    this.playedByTest.add(from);
    this.world.act(`give ${server} from ${from}: ${written(message)}`);
    this.world.deliver(from, server, JSON.stringify(message));
    await this.now();
    stop();
    return sent;
  }

  private readonly listeners = new Set<(sent: SentMessage) => void>();
  private listening = false;

  /** Hears every message that is sent, until the returned function is called. */
  listen(listener: (sent: SentMessage) => void): () => void {
    if (!this.listening) {
      this.listening = true;
      this.watch.add({
        sent: (server, to, message, atMs) => {
          for (const hear of this.listeners) hear({from: server.id, to, message, atMs});
        },
      });
    }
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private cutBoth(one: ServerId, other: ServerId): void {
    this.world.network.cut(one, other);
    this.world.network.cut(other, one);
  }
}

export interface SentMessage {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly message: RaftMessage;
  readonly atMs: number;
}

function matches(held: HeldMessage, pattern: MessagePattern): boolean {
  if (pattern.from !== undefined && held.from !== pattern.from) return false;
  if (pattern.to !== undefined && held.to !== pattern.to) return false;
  // It is asked before anybody has looked at the message.
  const message = Object(JSON.parse(held.message)) as Readonly<Record<string, unknown>>;
  if (pattern.type !== undefined && message['type'] !== pattern.type) return false;
  return Object.entries(pattern.with ?? {}).every(([field, value]) => message[field] === value);
}

function describe({from, to, type, with: fields}: MessagePattern): string {
  const link = from === undefined && to === undefined ? '' : ` ${from ?? 'any'} → ${to ?? 'any'}`;
  const further = fields === undefined ? '' : ` ${JSON.stringify(fields)}`;
  return `${type ?? 'messages'}${link}${further}`;
}

/** 'AppendEntries term=2 prevLogIndex=1 … entries=2': what a test sends, in one line. */
function written({type, ...fields}: RaftMessage): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const isPlain = typeof value !== 'object' || value === null;
    const shown = isPlain ? String(value) : JSON.stringify(value);
    return `${name}=${Array.isArray(value) ? value.length : shown}`;
  });
  return [type, ...parts].join(' ');
}
