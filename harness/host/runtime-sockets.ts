/**
 * Simulated sockets: streams of bytes between boxes, made of the world's messages.
 *
 * A stream loses, doubles and reorders nothing, as TCP does; but it cuts what is written into
 * pieces of its own choosing and joins what was written apart, it fills up when the other side does
 * not read, it may be refused, and it breaks when the test says so.
 * Promises: student code is called from `settle` only, never from within a call of its own. A piece
 * is given in memory that is used again, so that keeping it is noticed.
 * Read next: runtime-transport-guest.ts.
 */
import type {Connection, Sockets} from '../raft/runtime-interfaces';
import type {GuestContext} from './guest';
import type {Json} from './json';

/** What boxes tell each other about a connection. Bytes travel as text, one character each. */
type Packet = {readonly type: 'Packet'; readonly connection: string} & (
  | {readonly does: 'opens' | 'accepts' | 'refuses' | 'closes'}
  | {readonly does: 'writes'; readonly bytes: string}
  | {readonly does: 'takes'; readonly count: number}
);

/** How this box treats those who open connections. */
export interface Manners {
  /** 'never' leaves the other without an answer, as a machine that is gone does. */
  readonly accepts: 'at once' | 'refuses' | 'never' | {readonly afterMs: number};
  /** Whether what arrives is taken from the connection. */
  readonly reads: boolean;
  /** Whether what arrives is cut into pieces. */
  readonly cuts: boolean;
}

export const GOOD_MANNERS: Manners = {accepts: 'at once', reads: true, cuts: true};

/** Without an answer for so long, an attempt has failed. */
const CONNECT_MS_MAX = 100;
/** How often the rest of what has arrived comes 1 ms later. */
const PAUSE_PROBABILITY = 0.25;

type Opening = {
  readonly to: string;
  resolve(connection: Connection): void;
  reject(error: Error): void;
};

export class SimulatedSockets implements Sockets {
  manners: Manners = GOOD_MANNERS;
  /** The most bytes that were ever queued on one connection. */
  queuedMost = 0;
  private readonly connections = new Map<string, SimulatedConnection>();
  private readonly opening = new Map<string, Opening>();
  private readonly accepted: SimulatedConnection[] = [];
  private accept: ((connection: Connection) => void) | undefined;
  private opened = 0;

  /** @param attempting told of each attempt to open a connection, from within `connect`. */
  constructor(
    private readonly context: GuestContext,
    private readonly attempting: (server: string) => void = () => undefined,
  ) {}

  /** Who has not listened yet refuses everybody. */
  listen(accept: (connection: Connection) => void): void {
    this.accept = accept;
  }

  connect(server: string): Promise<Connection> {
    const {self, incarnation, servers} = this.context;
    this.attempting(server);
    if (!servers.includes(server)) return Promise.reject(new Error(`there is no ${server}`));
    const connection = `${self}.${incarnation * 1_000 + ++this.opened}`;
    this.tell(server, connection, 'opens');
    return new Promise((resolve, reject) => {
      this.opening.set(connection, {to: server, resolve, reject});
      setTimeout(() => this.giveUp(connection, 'does not answer'), CONNECT_MS_MAX);
    });
  }

  /** A message of the world has come: to a connection, or about one. */
  receive(from: string, message: Json): void {
    const packet = message as object as Packet;
    const {connection: id} = packet;
    switch (packet.does) {
      case 'opens': return this.asked(from, id);
      case 'accepts': return this.answered(from, id);
      case 'refuses': return this.giveUp(id, 'refuses');
      default: break;
    }
    const known = this.connections.get(id);
    // It belongs to an earlier life of this box.
    if (known === undefined && packet.does === 'writes') {
      this.tell(from, id, 'closes');
    }
    known?.take(packet);
  }

  /** Everything between this box and another breaks: that one has crashed, or was cut off. */
  breakWith(other: string): void {
    for (const connection of this.connections.values()) {
      if (connection.other === other) connection.break();
    }
    for (const [id, {to}] of this.opening) if (to === other) this.giveUp(id, 'is gone');
  }

  get isUnsettled(): boolean {
    return this.accepted.length > 0 ||
      [...this.connections.values()].some(connection => connection.isUnsettled);
  }

  /** Calls the student's listeners, and lets out what they have written. */
  settle(): void {
    for (const connection of this.accepted.splice(0)) this.accept?.(connection);
    for (const connection of this.connections.values()) connection.settle();
  }

  /** Somebody opens a connection to this box. */
  private asked(from: string, id: string): void {
    const {accepts} = this.manners;
    if (accepts === 'never') return;
    if (accepts === 'refuses' || this.accept === undefined) {
      return this.tell(from, id, 'refuses');
    }
    const take = (): void => {
      this.tell(from, id, 'accepts');
      this.accepted.push(this.add(id, from));
    };
    if (accepts === 'at once') take();
    else setTimeout(take, accepts.afterMs);
  }

  /** Somebody has accepted, perhaps too late: then the connection is of no use. */
  private answered(from: string, id: string): void {
    const opening = this.opening.get(id);
    this.opening.delete(id);
    if (opening === undefined) this.tell(from, id, 'closes');
    else opening.resolve(this.add(id, from));
  }

  /** An attempt has failed, if it is not over already. */
  private giveUp(id: string, how: string): void {
    const opening = this.opening.get(id);
    this.opening.delete(id);
    opening?.reject(new Error(`${opening.to} ${how}`));
  }

  private add(id: string, other: string): SimulatedConnection {
    const connection = new SimulatedConnection(other, {
      tell: (does, more) => this.tell(other, id, does, more),
      random: () => this.context.random(),
      manners: () => this.manners,
      noteQueued: bytes => { this.queuedMost = Math.max(this.queuedMost, bytes); },
    });
    this.connections.set(id, connection);
    return connection;
  }

  private tell(to: string, connection: string, does: Packet['does'], more: object = {}): void {
    this.context.send(to, {type: 'Packet', connection, does, ...more});
  }
}

/** What a connection needs of its box. */
interface Surroundings {
  tell(does: Packet['does'], more?: object): void;
  random(): number;
  manners(): Manners;
  noteQueued(bytes: number): void;
}

class SimulatedConnection implements Connection {
  /** Bytes that the other side has not taken yet: on the way, or waiting there. */
  bytesQueued = 0;
  /** Leaves when the input is over, so what is written in one input arrives together. */
  private written: Uint8Array[] = [];
  private arrived: Buffer = Buffer.alloc(0);
  private isResting = false;
  /** 'ending': the other side has closed it, and what it wrote before is still to be taken. */
  private state: 'open' | 'ending' | 'over' = 'open';
  private hears: ((bytes: Uint8Array) => void) | undefined;
  private ends: (() => void)[] = [];

  constructor(readonly other: string, private readonly around: Surroundings) {}

  write(bytes: Uint8Array): void {
    if (!(bytes instanceof Uint8Array)) throw new TypeError('write() takes a Uint8Array');
    if (this.state !== 'open') return;
    this.written.push(bytes);
    this.bytesQueued += bytes.length;
    this.around.noteQueued(this.bytesQueued);
  }

  /** What was written still leaves, and what the other side sends from now on is lost. */
  close(): void {
    if (this.state === 'over') return;
    this.flush();
    this.around.tell('closes');
    this.break();
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.hears = listener;
  }

  onClose(listener: () => void): void {
    this.ends.push(listener);
  }

  /** Over at once, and the other side is not told. */
  break(): void {
    this.state = 'over';
    this.arrived = Buffer.alloc(0);
    this.written = [];
  }

  /** A packet of the other side. */
  take(packet: Packet): void {
    if (packet.does === 'takes') this.bytesQueued -= packet.count;
    if (packet.does === 'closes' && this.state === 'open') this.state = 'ending';
    if (packet.does === 'writes' && this.state === 'open') {
      this.arrived = Buffer.concat([this.arrived, Buffer.from(packet.bytes, 'latin1')]);
    }
  }

  get isUnsettled(): boolean {
    return this.canHear || this.hasEnded || this.written.length > 0;
  }

  settle(): void {
    this.hear();
    if (this.hasEnded) {
      this.state = 'over';
      for (const listener of this.ends.splice(0)) listener();
    }
    this.flush();
  }

  private get canHear(): boolean {
    return this.arrived.length > 0 && !this.isResting && this.hears !== undefined &&
      this.around.manners().reads;
  }

  private get hasEnded(): boolean {
    const isOver = this.state === 'over' || (this.state === 'ending' && this.arrived.length === 0);
    return isOver && this.ends.length > 0;
  }

  /** Gives what has arrived in pieces; sometimes the rest of it only 1 ms later. */
  private hear(): void {
    let count = 0;
    while (this.canHear) {
      const most = this.arrived.length;
      const share = this.around.manners().cuts ? this.around.random() ** 3 : 1;
      const length = Math.max(1, Math.ceil(most * share));
      const piece = Uint8Array.from(this.arrived.subarray(0, length));
      this.arrived = this.arrived.subarray(length);
      count += length;
      this.hears?.(piece);
      piece.fill(0xff);
      if (this.arrived.length > 0 && this.around.random() < PAUSE_PROBABILITY) this.rest();
    }
    if (count > 0) this.around.tell('takes', {count});
  }

  private rest(): void {
    this.isResting = true;
    setTimeout(() => { this.isResting = false; }, 1);
  }

  private flush(): void {
    if (this.written.length === 0) return;
    const bytes = Buffer.concat(this.written).toString('latin1');
    this.written = [];
    this.around.tell('writes', {bytes});
  }
}
