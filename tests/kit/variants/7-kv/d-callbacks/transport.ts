/**
 * A correct variant: opens all connections at once and keeps trying by a timer; no promises of its
 * own, one closure for each connection.
 */
import {encodeFrame, FrameDecoder} from '#solution/framing';
import type {Connection, Json, ServerId, TransportParts} from '#raft';

interface Way {
  connection: Connection | undefined;
  isOpening: boolean;
  waiting: Uint8Array[];
}

export class Transport {
  private readonly ways = new Map<ServerId, Way>();
  private readonly all = new Set<Connection>();
  private isClosed = false;

  constructor(protected readonly parts: TransportParts) {
    parts.sockets.listen(connection => this.listenTo(connection));
    for (const server of parts.servers) {
      if (server === parts.self) continue;
      this.ways.set(server, {connection: undefined, isOpening: false, waiting: []});
      this.open(server);
    }
  }

  send(to: ServerId, message: Json): void {
    const way = this.ways.get(to);
    if (way === undefined || this.isClosed) return;
    const frame = encodeFrame(message);
    const {queuedBytesMax} = this.parts;
    if (way.connection !== undefined) {
      const {bytesQueued} = way.connection;
      // A long message goes alone; others only if the queue stays below the limit.
      if (bytesQueued > 0 && bytesQueued + frame.length > queuedBytesMax) return;
      way.connection.write(frame);
    } else if (way.isOpening) {
      const bytes = way.waiting.reduce((sum, one) => sum + one.length, 0);
      if (bytes === 0 || bytes + frame.length <= queuedBytesMax) way.waiting.push(frame);
    }
  }

  close(): void {
    this.isClosed = true;
    for (const connection of this.all) connection.close();
    this.all.clear();
    this.ways.clear();
  }

  private open(to: ServerId): void {
    const way = this.ways.get(to);
    if (way === undefined) return;
    way.isOpening = true;
    const again = (): void => {
      way.connection = undefined;
      way.isOpening = false;
      way.waiting = [];
      setTimeout(() => this.open(to), this.parts.reconnectMs);
    };
    this.parts.sockets.connect(to).then(connection => {
      if (this.isClosed) {
        connection.close();
        return;
      }
      this.all.add(connection);
      connection.onBytes(() => undefined);
      connection.onClose(() => {
        this.all.delete(connection);
        again();
      });
      connection.write(encodeFrame({from: this.parts.self}));
      for (const frame of way.waiting.splice(0)) connection.write(frame);
      way.connection = connection;
      way.isOpening = false;
    }, again);
  }

  private listenTo(connection: Connection): void {
    if (this.isClosed) return connection.close();
    this.all.add(connection);
    connection.onClose(() => this.all.delete(connection));
    const {self, servers, frameBytesMax} = this.parts;
    const decoder = new FrameDecoder({frameBytesMax});
    let speaker: ServerId | null = null;
    let isDone = false;
    connection.onBytes(bytes => {
      for (const frame of decoder.push(bytes)) {
        if (isDone || this.isClosed) return;
        const message = 'message' in frame ? frame.message : undefined;
        if (speaker !== null) {
          if (message !== undefined) this.parts.deliver(speaker, message);
          continue;
        }
        const named = typeof message === 'object' && message !== null && 'from' in message
          ? message.from : null;
        if (typeof named === 'string' && named !== self && servers.includes(named)) speaker = named;
        else {
          isDone = true;
          connection.close();
        }
      }
    });
  }
}
