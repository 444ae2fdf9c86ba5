/**
 * The program of a box of lab 7d: a student's Transport on simulated sockets, or a server that the
 * test plays byte by byte.
 *
 * The only call is `run`; what it `does` first is `begin`, which says which of the two. What a
 * Transport does is noted here and handed out by `inspect`; it is judged outside.
 * Promises: a message is noted as it was when it was delivered, and with the lines that did it.
 * Read next: runtime-sockets.ts; tests/7-kv/d-transport.ts, which makes the calls.
 */
import {Transport} from '#solution/transport';
import type {Connection} from '../raft/runtime-interfaces';
import type {Guest, GuestContext} from './guest';
import type {Json} from './json';
import {Notes} from './runtime-notes';
import {SimulatedSockets} from './runtime-sockets';
import type {Manners} from './runtime-sockets';

/** The numbers in a Transport's parts. */
export interface TransportBegin {
  readonly reconnectMs: number;
  readonly queuedBytesMax: number;
  readonly frameBytesMax: number;
  /** Closes the Transport from within this delivery, counted from 1; 0 for never. */
  readonly closeInDelivery: number;
}

export type TransportEvent = {readonly atMs: number} & (
  | {readonly kind: 'delivered'; readonly from: Json; readonly message: Json}
  /** It opens a connection. */
  | {readonly kind: 'attempt'; readonly to: string}
  | {readonly kind: 'closed'}
);

/** What `inspect` of a Transport's box gives. */
export interface TransportSeen {
  readonly events: readonly TransportEvent[];
  readonly queuedMost: number;
}

/** One connection of a server that the test plays; `bytes` is all that arrived, as latin1. */
export interface PlayedConnection {
  readonly other: string;
  readonly openedBy: 'test' | 'other';
  readonly atMs: number;
  readonly endedAtMs: number | null;
  readonly bytes: string;
}

/** What a call says. Each `does` reads its own part of it. */
interface Calls {
  readonly does: string;
  /** Absent: the test plays this server. */
  readonly parts?: TransportBegin;
  readonly to: string;
  readonly message: Json;
  readonly other: string;
  readonly manners: Manners & {readonly hangsUp?: boolean};
  readonly connection: number;
  readonly bytes: string;
  /** Of an event. */
  readonly n: number;
}

export function boot(context: GuestContext): Guest {
  return new TransportBox(context);
}

/** The sockets are there before the test has said whose they are: a restart may be met early. */
class TransportBox implements Guest {
  private readonly sockets: SimulatedSockets;
  private readonly notes = new Notes<TransportEvent>();
  private side: StudentSide | TestSide | undefined;

  constructor(private readonly context: GuestContext) {
    this.sockets = new SimulatedSockets(context, to => {
      this.notes.note({kind: 'attempt', atMs: Date.now(), to});
    });
  }

  receive(from: string, message: Json): void {
    this.sockets.receive(from, message);
  }

  call(callId: number, _method: string, args: Json): void {
    const given = args as object as Calls;
    const {sockets, context, notes} = this;
    if (given.does === 'begin') {
      this.side = given.parts === undefined
        ? new TestSide(sockets) : new StudentSide({sockets, context, notes}, given.parts);
    } else if (given.does === 'break') {
      sockets.breakWith(given.other);
    } else if (given.does === 'behave') {
      sockets.manners = given.manners;
      if (this.side instanceof TestSide) this.side.hangsUp = given.manners.hangsUp === true;
    } else {
      context.result(callId, this.side?.perform(given) ?? null);
      return;
    }
    context.result(callId, null);
  }

  get isUnsettled(): boolean {
    return this.sockets.isUnsettled;
  }

  settle(): void {
    this.sockets.settle();
  }
}

interface Box {
  readonly context: GuestContext;
  readonly sockets: SimulatedSockets;
  readonly notes: Notes<TransportEvent>;
}

/** A student's Transport, and what became of the messages. */
class StudentSide {
  private readonly transport: Transport;
  private delivered = 0;

  constructor(private readonly box: Box, private readonly parts: TransportBegin) {
    const {sockets, context} = box;
    const {reconnectMs, queuedBytesMax, frameBytesMax} = parts;
    this.transport = new Transport({
      self: context.self, servers: context.servers, sockets,
      reconnectMs, queuedBytesMax, frameBytesMax,
      deliver: (from: string, message: Json) => this.deliver(from, message),
    });
  }

  /** `send`, `close`, `inspect` or `where`. */
  perform({does, to, message, n}: Calls): object | null {
    const {notes, sockets} = this.box;
    switch (does) {
      case 'send':
        this.transport.send(to, message);
        return null;
      case 'close':
        this.close();
        return null;
      case 'inspect':
        return {events: notes.events, queuedMost: sockets.queuedMost};
      case 'where':
        return notes.framesOf(n);
      default:
        throw new Error(`a transport's box does not '${does}'`);
    }
  }

  private deliver(from: Json, message: Json): void {
    this.box.notes.note({
      kind: 'delivered', atMs: Date.now(), from: plain(from), message: plain(message),
    });
    if (++this.delivered === this.parts.closeInDelivery) this.close();
  }

  /** Noted afterwards: what close() itself still delivers is not yet too late. */
  private close(): void {
    this.transport.close();
    this.box.notes.note({kind: 'closed', atMs: Date.now()});
  }
}

/** A server that the test plays: it opens, writes and closes what it is told to. */
class TestSide {
  /** Closes at once what others open. */
  hangsUp = false;
  private readonly connections: {connection: Connection; seen: PlayedConnection}[] = [];

  constructor(private readonly sockets: SimulatedSockets) {
    sockets.listen(connection => {
      const {other} = connection as Connection & {readonly other: string};
      this.add(connection, {other, openedBy: 'other'});
      if (this.hangsUp) connection.close();
    });
  }

  /** `open`, `write`, `end` or `inspect`. Connections are numbered as they come, from 0. */
  perform({does, to, connection, bytes}: Calls): object | null {
    const chosen = this.connections[connection]?.connection;
    switch (does) {
      case 'open':
        void this.sockets.connect(to)
          .then(opened => this.add(opened, {other: to, openedBy: 'test'}), () => undefined);
        return null;
      case 'write':
        chosen?.write(Buffer.from(bytes, 'latin1'));
        return null;
      case 'end':
        chosen?.close();
        return null;
      case 'inspect':
        return this.connections.map(({seen}) => seen);
      default:
        throw new Error(`a played server's box does not '${does}'`);
    }
  }

  /** From here on, everything that comes on this connection is kept. */
  private add(
    connection: Connection, {other, openedBy}: Pick<PlayedConnection, 'other' | 'openedBy'>,
  ): void {
    const entry: {connection: Connection; seen: PlayedConnection} = {
      connection, seen: {other, openedBy, atMs: Date.now(), endedAtMs: null, bytes: ''},
    };
    this.connections.push(entry);
    connection.onBytes(bytes => {
      const text = Buffer.from(bytes).toString('latin1');
      entry.seen = {...entry.seen, bytes: entry.seen.bytes + text};
    });
    connection.onClose(() => { entry.seen = {...entry.seen, endedAtMs: Date.now()}; });
  }
}

/** A copy, as it is now; what JSON cannot say becomes null. */
function plain(value: Json | undefined): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}
