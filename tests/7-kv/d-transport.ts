/**
 * Transports in boxes, servers that the test plays byte by byte, and what both are held to.
 *
 * Verbs happen at the present instant of virtual time. Bytes take 1 ms from box to box.
 * Read next: d-transport-rules.ts; harness/host/runtime-transport-guest.ts, the boxes.
 */
import {isDeepStrictEqual} from 'node:util';
import {GOOD_MANNERS} from '../../harness/host/runtime-sockets';
import type {Manners} from '../../harness/host/runtime-sockets';
import type {
  PlayedConnection, TransportBegin, TransportEvent, TransportSeen,
} from '../../harness/host/runtime-transport-guest';
import type {Json} from '../../harness/raft';
import type {Scene} from '../../harness/scenario/definition';
import type {Fact} from '../../harness/world/lab-failure';
import type {Part} from '../2-network/frame-stream';
import {ask, expectNothing} from './d-rule';
import {arePlayedConnections, isTransportSeen} from './d-shapes';
import type {Finding, Rule} from './d-rule';
import {HONEST} from './d-transport-rules';

export const PARTS: TransportBegin = {
  reconnectMs: 50, queuedBytesMax: 2_000, frameBytesMax: 10_000, closeInDelivery: 0,
};

/** A message as it was given to deliver(), or to send(). */
export interface Delivery {
  readonly from: string;
  readonly message: Json;
}

type Delivered = TransportEvent & {readonly kind: 'delivered'};

const FACTS = 6;
const WORDS_MOST = 40;

export class TransportStory {
  private readonly group: string[];
  private readonly sent: (Delivery & {readonly to: string})[] = [];
  /** What was delivered in earlier lives of a server. */
  private readonly before = new Map<string, readonly Delivered[]>();

  /** @param servers such as {real: 2, played: 1}: S1 and S2 are the student's, S3 the test's. */
  constructor(
    readonly scene: Scene,
    private readonly servers: {readonly real: number; readonly played?: number},
    private readonly parts: Partial<TransportBegin> = {},
  ) {
    const count = servers.real + (servers.played ?? 0);
    this.group = Array.from({length: count}, (_, n) => `S${n + 1}`);
    for (const box of this.group) {
      scene.addBox('transport', box, this.group);
      this.begin(box);
    }
  }

  get nowMs(): number {
    return this.scene.world.nowMs;
  }

  async pass(ms: number): Promise<void> {
    await this.scene.world.run(this.nowMs + ms);
  }

  send(from: string, to: string, message: Json): void {
    this.act(`${from} sends ${words(message)} to ${to}`);
    this.sendSilently(from, to, message);
  }

  /** One of many: an act of the test has told of all of them. */
  sendSilently(from: string, to: string, message: Json): void {
    this.sent.push({from, to, message});
    this.tell(from, 'send', {to, message});
  }

  close(server: string): void {
    this.act(`${server}.close()`);
    this.tell(server, 'close');
  }

  /** How a server's end of each connection behaves from now on. */
  behave(server: string, manners: Partial<Manners & {hangsUp: boolean}>): void {
    const told = Object.entries(manners).map(([name, value]) => `${name}: ${words(value)}`);
    const how = told.length === 0 ? 'as they should be' : told.join(', ');
    this.act(`${server}'s connections: ${how}`);
    this.tell(server, 'behave', {manners: {...GOOD_MANNERS, ...manners}});
  }

  /** A played server opens a connection, and this is its number there; it takes 2 ms. */
  async open(server: string, to: string): Promise<number> {
    this.act(`${server} opens a connection to ${to}`);
    this.tell(server, 'open', {to});
    await this.pass(3);
    return (await this.connections(server)).length - 1;
  }

  /** A played server writes bytes. */
  write(server: string, connection: number, parts: readonly Part[]): void {
    const bytes = Buffer.concat(parts.map(part => part.bytes)).toString('latin1');
    this.act(`${server} writes ${bytes.length} bytes`);
    this.tell(server, 'write', {connection, bytes});
  }

  /** Everything between two servers breaks, as when a link is cut for long. */
  break(one: string, other: string): void {
    this.act(`all connections of ${one} and ${other} break`);
    this.tell(one, 'break', {other});
    this.tell(other, 'break', {other: one});
  }

  async crash(server: string): Promise<void> {
    this.before.set(server, await this.deliveredEvents(server));
    this.act(`crash ${server}`);
    this.scene.world.crash(server);
    for (const other of this.group) {
      if (this.scene.world.isUp(other)) this.tell(other, 'break', {other: server});
    }
  }

  restart(server: string): void {
    this.act(`restart ${server}`);
    this.scene.world.boot(server);
    this.begin(server);
  }

  async seen(server: string): Promise<TransportSeen> {
    return ask(this.scene, server, 'inspect', {shape: isTransportSeen});
  }

  async connections(played: string): Promise<readonly PlayedConnection[]> {
    return ask(this.scene, played, 'inspect', {shape: arePlayedConnections});
  }

  /** All deliveries of a server's lives, oldest first. */
  async delivered(server: string): Promise<readonly Delivery[]> {
    return (await this.deliveredEvents(server))
      .map(({from, message}) => ({from: from as string, message}));
  }

  /** A server was given exactly these messages, in this order, since it was started. */
  async expectDelivered(
    server: string, wanted: readonly Delivery[], rule: Rule,
  ): Promise<void> {
    const {events} = await this.seen(server);
    const delivered = events.filter(isDelivered);
    const n = wanted.findIndex((due, at) => !isSame(due, delivered[at]));
    const at = n === -1 ? wanted.length : n;
    const [due, got] = [wanted[at], delivered[at]];
    if (due === undefined && got === undefined) return;
    const facts = [
      ...delivered.slice(Math.max(0, at - 2), at + 2).map(each => this.factOf(server, each)),
      ...due === undefined ? [] : [{who: 'next due', what: deliveryWords(due)}],
    ];
    if (got === undefined) {
      await this.expectNo(server, {
        rule, what: `${server} was never given ${deliveryWords(due ?? wanted[0]!)}`, facts,
      });
      return;
    }
    const what = due === undefined ? 'when nothing was due' : `when ${words(due.message)} was next`;
    await this.expectNo(server, {
      rule, what: `${server} was given ${deliveryWords(got)} ${what}`, facts,
      event: events.indexOf(got),
    });
  }

  /** Each delivery was sent to this server by that one, once, and in the order sent. */
  async expectHonest(...servers: readonly string[]): Promise<void> {
    for (const server of servers) {
      const all = await this.deliveredEvents(server);
      for (const from of this.group) {
        const due = this.sent.filter(each => each.from === from && each.to === server);
        const got = all.filter(each => each.from === from);
        const odd = firstOdd(got, due);
        if (odd === undefined) continue;
        const facts = got.slice(Math.max(0, odd - 3), odd + 1)
          .map(each => this.factOf(server, each));
        await this.expectNo(server, {
          rule: HONEST, facts,
          what: `${server} was given ${deliveryWords(got[odd]!)}, which was not to come any more`,
        });
      }
    }
  }

  /** @throws LabFailure about a server, with the lines that caused the event */
  expectNo(server: string, finding: Finding | undefined): Promise<void> {
    return expectNothing(this.scene, server, finding);
  }

  private async deliveredEvents(server: string): Promise<readonly Delivered[]> {
    const earlier = this.before.get(server) ?? [];
    if (!this.scene.world.isUp(server)) return earlier;
    const {events} = await this.seen(server);
    return [...earlier, ...events.filter(isDelivered)];
  }

  private begin(box: string): void {
    const isReal = this.group.indexOf(box) < this.servers.real;
    this.tell(box, 'begin', isReal ? {parts: {...PARTS, ...this.parts}} : {});
  }

  /** Writes an act of the test into the trace. */
  act(text: string): void {
    this.scene.world.act(text);
  }

  private tell(box: string, does: string, args: object = {}): void {
    this.scene.world.call(box, 'run', {does, ...args});
  }

  private factOf(server: string, {atMs, ...delivery}: Delivered): Fact {
    return {who: server, what: `was given ${deliveryWords(delivery)}`, atMs};
  }
}

export function words(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined ?? 'nothing';
  return text.length > WORDS_MOST ? `${text.slice(0, WORDS_MOST)}…` : text;
}

export function deliveryWords({from, message}: {from: unknown; message: unknown}): string {
  return `${words(message)} from ${String(from)}`;
}

/** The events of a list that are no deliveries are facts of their own. */
export function lastFacts(who: string, events: readonly TransportEvent[]): readonly Fact[] {
  return events.slice(-FACTS).map(event => ({who, what: eventWords(event), atMs: event.atMs}));
}

function eventWords(event: TransportEvent): string {
  switch (event.kind) {
    case 'delivered': return `was given ${deliveryWords(event)}`;
    case 'attempt': return `tries to open a connection to ${event.to}`;
    case 'closed': return 'close()';
  }
}

function isDelivered(event: TransportEvent): event is Delivered {
  return event.kind === 'delivered';
}

function isSame(due: Delivery, got: Delivered | undefined): boolean {
  return got !== undefined && due.from === got.from && isDeepStrictEqual(due.message, got.message);
}

/** The first that is not found behind the one before it, among what was sent. */
function firstOdd(got: readonly Delivered[], due: readonly Delivery[]): number | undefined {
  let next = 0;
  for (const [n, each] of got.entries()) {
    const at = due.findIndex((one, position) => position >= next && isSame(one, each));
    if (at === -1) return n;
    next = at + 1;
  }
  return undefined;
}
