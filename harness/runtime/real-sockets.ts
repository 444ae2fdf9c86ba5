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

/** A port that is taken at once, and whose connections wait until somebody accepts them. */
export class Door {
  private accept: ((socket: net.Socket) => void) | undefined;
  private readonly early: net.Socket[] = [];

  private constructor(private readonly server: net.Server) {
    server.on('connection', socket => {
      if (this.accept === undefined) this.early.push(socket);
      else this.accept(socket);
    });
  }

  /** @throws PortTaken */
  static at({host, port}: Address): Promise<Door> {
    return new Promise((open, failed) => {
      const server = net.createServer();
      const door = new Door(server);
      server.once('error', (error: NodeJS.ErrnoException) => {
        failed(new PortTaken(error.code === 'EADDRINUSE'
          ? `port ${port} is in use by another program: give another one with --port`
          : `cannot listen at ${host}:${port} (${error.message})`));
      });
      server.listen({host, port, exclusive: true}, () => {
        server.removeAllListeners('error');
        open(door);
      });
    });
  }

  open(accept: (socket: net.Socket) => void): void {
    this.accept = accept;
    for (const socket of this.early.splice(0)) setImmediate(() => accept(socket));
  }

  /** Takes no more connections. */
  close(): void {
    this.server.close();
  }
}

/** The port cannot be had. One line for a person. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

export class RealSockets implements Sockets {
  constructor(
    private readonly door: Door, private readonly addresses: Readonly<Record<ServerId, Address>>,
  ) {}

  listen(accept: (connection: Connection) => void): void {
    this.door.open(socket => accept(new RealConnection(socket)));
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
