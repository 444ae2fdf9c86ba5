/**
 * Sockets, files and the machine between them: the contract of lab 7d.
 *
 * Source: course notes, "single-threaded driver".
 * Promises: these are small enough to be simulated in tests and real in `npm run cluster`.
 * Given. You need not change this file.
 * Read next: skeleton/transport.ts, skeleton/driver.ts.
 */
import type {Json, ServerId} from './messages';

/** One stream of bytes in both directions. What is written arrives in order, in other pieces. */
export interface Connection {
  /**
   * Queues bytes; they may arrive in other pieces, or not at all if the connection breaks. Does
   * nothing when the connection is over. The memory may be used until the bytes have left.
   */
  write(bytes: Uint8Array): void;
  /** Bytes that are queued and have not left yet: the other side is slow, or gone. */
  readonly bytesQueued: number;
  /** Ends the connection. Afterwards nothing is received, and what is queued may be lost. */
  close(): void;
  /**
   * Called for each piece that arrives, never within `onBytes` itself. What arrives before there is
   * a listener waits for it. The memory is yours only during the call.
   */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the connection is over, whoever ended it, and never within `close` itself. */
  onClose(listener: () => void): void;
}

export interface Sockets {
  /** From now on, `accept` is called with each connection that another server opens. */
  listen(accept: (connection: Connection) => void): void;
  /** Opens a connection; rejects if nobody answers there. Either may take its time. */
  connect(server: ServerId): Promise<Connection>;
}

/** The first frame on every connection, from the server that opened it. */
export interface Introduction {
  readonly from: ServerId;
}

export interface TransportParts {
  readonly self: ServerId;
  /** All servers of the cluster, this one included. */
  readonly servers: readonly ServerId[];
  readonly sockets: Sockets;
  /** At least so long lies between two attempts to open a connection to one server, in ms. */
  readonly reconnectMs: number;
  /** While more bytes than this are queued on a connection, messages for it are thrown away. */
  readonly queuedBytesMax: number;
  /** The longest frame that is taken from a connection; a snapshot may be long. */
  readonly frameBytesMax: number;
  /** Called with each message that arrives. */
  deliver(from: ServerId, message: Json): void;
}

/** One thing that happens to a server, as its machine takes it. */
export type MachineInput =
  | {readonly kind: 'receive'; readonly from: string; readonly message: Json}
  | {readonly kind: 'timer'}
  | {
    readonly kind: 'call'; readonly callId: number;
    readonly method: string; readonly arguments: Json;
  };

/** One thing a machine asks for, in answer to an input. Their order is a promise. */
export type MachineEffect =
  | {readonly kind: 'send'; readonly to: string; readonly message: Json}
  | {readonly kind: 'append'; readonly record: Json}
  | {readonly kind: 'sync'}
  | {readonly kind: 'rewrite'; readonly records: readonly Json[]}
  /** The machine's one alarm, on its own clock; it replaces the former. null: never. */
  | {readonly kind: 'arm'; readonly atMs: number | null}
  | {readonly kind: 'result'; readonly callId: number; readonly value: Json};

/** The server, your labs 1 to 7c in it: inputs go in, effects come out. */
export interface Machine {
  /**
   * Takes one input and resolves, once that has run to its end, to what is to be done. It is a
   * promise because your code may await something on the way. The machine takes no input while
   * another runs.
   */
  step(input: MachineInput): Promise<readonly MachineEffect[]>;
}

/** The file: as ServerDisk, but slow. A rejected promise means that nothing more can be saved. */
export interface DriverDisk {
  /** Adds a record at the end. It is safe when a sync that began afterwards has resolved. */
  append(record: Json): void;
  sync(): Promise<void>;
  /** Replaces all records, what was appended and not synced too, and is safe when it resolves. */
  rewrite(records: readonly Json[]): Promise<void>;
}

export interface DriverParts {
  readonly machine: Machine;
  readonly disk: DriverDisk;
  /** Hands a message to the transport. */
  send(to: string, message: Json): void;
  /** A call is answered. The client may ask the next thing at once. */
  answer(callId: number, value: Json): void;
  /** The disk has failed. Nothing that depended on it has left this server, and nothing will. */
  failed(error: Error): void;
  /** This server's clock, in ms: the one that `arm` means. A real setTimeout may be 1 ms early. */
  now(): number;
}
