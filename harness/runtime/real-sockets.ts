/**
 * Connections between servers, over TCP.
 *
 * Promises: everything that is written in one turn of the event loop leaves in one system call. No
 * listener is called from within a call of its own side.
 * Read next: student-parts.ts, whose Transport uses these.
 */
import net from 'node:net';
import type {ServerId} from '../raft/messages';
import type {Connection, Sockets} from '../raft/runtime-interfaces';

export interface Address {
  readonly host: string;
  readonly port: number;
}

export class RealConnection implements Connection {
  private isClosed = false;
  private isCorked = false;

  constructor(private readonly socket: net.Socket) {
    socket.setNoDelay(true);
    // 'close' follows, and says all there is to say.
    socket.on('error', () => undefined);
  }

  write(bytes: Uint8Array): void {
    const {socket} = this;
    if (this.isClosed || !socket.writable) return;
    if (!this.isCorked) {
      this.isCorked = true;
      socket.cork();
      process.nextTick(() => {
        this.isCorked = false;
        socket.uncork();
      });
    }
    socket.write(bytes);
  }

  get bytesQueued(): number {
    return this.socket.writableLength;
  }

  close(): void {
    this.isClosed = true;
    this.socket.destroy();
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.socket.on('data', (bytes: Buffer) => {
      if (!this.isClosed) listener(bytes);
    });
  }

  onClose(listener: () => void): void {
    if (this.socket.closed) setImmediate(listener);
    else this.socket.once('close', () => listener());
  }
}

export class RealSockets implements Sockets {
  private accept: ((connection: Connection) => void) | undefined;
  private readonly early: Connection[] = [];

  /** @param server is listening already, so that a port in use is known before anything starts. */
  constructor(
    server: net.Server, private readonly addresses: Readonly<Record<ServerId, Address>>,
  ) {
    server.on('connection', socket => {
      const connection = new RealConnection(socket);
      if (this.accept === undefined) this.early.push(connection);
      else this.accept(connection);
    });
  }

  listen(accept: (connection: Connection) => void): void {
    this.accept = accept;
    for (const connection of this.early.splice(0)) setImmediate(() => accept(connection));
  }

  connect(server: ServerId): Promise<Connection> {
    const address = this.addresses[server];
    if (address === undefined) return Promise.reject(new Error(`no server is called ${server}`));
    return new Promise((connected, failed) => {
      const socket = net.connect(address);
      socket.once('error', failed);
      socket.once('connect', () => {
        socket.removeListener('error', failed);
        // With nobody there, a port may by chance be its own other end.
        if (socket.localPort === socket.remotePort) {
          socket.destroy();
          failed(new Error(`nobody answers at ${address.host}:${address.port}`));
        } else {
          connected(new RealConnection(socket));
        }
      });
    });
  }
}

/** The port cannot be had. One line for a person. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** @throws PortTaken */
export function listenAt({host, port}: Address): Promise<net.Server> {
  return new Promise((listening, failed) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      failed(new PortTaken(error.code === 'EADDRINUSE'
        ? `port ${port} is in use by another program: give another one with --port`
        : `cannot listen at ${host}:${port} (${error.message})`));
    });
    server.listen({host, port, exclusive: true}, () => {
      server.removeAllListeners('error');
      listening(server);
    });
  });
}
