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
  /** Queues bytes; they may arrive in other pieces, or not at all if the connection breaks. */
  write(bytes: Uint8Array): void;
  /** Bytes that are queued and have not left yet: the other side is slow, or gone. */
  readonly bytesQueued: number;
  /** Ends the connection. Afterwards nothing is received. */
  close(): void;
  /** Called for each piece that arrives. The memory is yours only during the call. */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the connection is over, whoever ended it. */
  onClose(listener: () => void): void;
}

export interface Sockets {
  /** From now on, `accept` is called with each connection that another server opens. */
  listen(accept: (connection: Connection) => void): void;
  /** Opens a connection; rejects if nobody answers there. */
  connect(server: ServerId): Promise<Connection>;
}

export interface TransportParts {
  readonly self: ServerId;
  readonly servers: readonly ServerId[];
  readonly sockets: Sockets;
  /** How long to wait before a connection that failed is tried again, in ms. */
  readonly reconnectMs: number;
  /** Above this many queued bytes, messages on that connection are thrown away. */
  readonly queuedBytesMax: number;
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

export interface DriverParts {
  /** The server: takes one input, to its end, and says what is to be done. */
  readonly machine: {step(input: MachineInput): readonly MachineEffect[]};
  /** The file: as ServerDisk, but slow. A rejected promise means that nothing more can be saved. */
  readonly disk: {
    append(record: Json): void;
    sync(): Promise<void>;
    rewrite(records: readonly Json[]): Promise<void>;
  };
  send(to: string, message: Json): void;
  /** A call is answered. */
  answer(callId: number, value: Json): void;
  /** The disk has failed. Nothing that depended on it has left this server, and nothing will. */
  failed(error: Error): void;
  /** This server's clock, in ms. */
  now(): number;
}
