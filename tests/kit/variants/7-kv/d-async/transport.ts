/**
 * A correct variant: async functions everywhere. One loop for each server that is sent to; it opens
 * a connection when there is a message, writes until the connection ends, and rests.
 */
import {encodeFrame, FrameDecoder} from '#solution/framing';
import type {Connection, Json, ServerId, TransportParts} from '#raft';

class Line {
  private waiting: Uint8Array[] = [];
  private connection: Connection | undefined;
  private isResting = false;
  private isRunning = false;

  constructor(
    private readonly to: ServerId, private readonly parts: TransportParts,
    private readonly signal: {isClosed: boolean},
  ) {}

  send(message: Json): void {
    if (this.isResting) return;
    const frame = encodeFrame(message);
    const queued = this.connection?.bytesQueued ??
      this.waiting.reduce((sum, one) => sum + one.length, 0);
    if (queued > this.parts.queuedBytesMax) return;
    if (this.connection !== undefined) this.connection.write(frame);
    else this.waiting.push(frame);
    if (!this.isRunning) void this.run();
  }

  close(): void {
    this.connection?.close();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    const beganAtMs = Date.now();
    try {
      const connection = await this.parts.sockets.connect(this.to);
      await this.serve(connection);
    } catch {
      // Nobody there: the rest below is the same as after a connection that has ended.
    }
    this.connection = undefined;
    this.waiting = [];
    this.isResting = true;
    await sleep(beganAtMs + this.parts.reconnectMs - Date.now());
    this.isResting = false;
    this.isRunning = false;
  }

  private async serve(connection: Connection): Promise<void> {
    if (this.signal.isClosed) return connection.close();
    connection.onBytes(() => undefined);
    const ended = new Promise<void>(resolve => connection.onClose(resolve));
    connection.write(encodeFrame({from: this.parts.self}));
    for (const frame of this.waiting) connection.write(frame);
    this.connection = connection;
    await ended;
  }
}

export class Transport {
  private readonly lines: ReadonlyMap<ServerId, Line>;
  private readonly heard: Connection[] = [];
  private readonly signal = {isClosed: false};

  constructor(protected readonly parts: TransportParts) {
    this.lines = new Map(parts.servers.filter(server => server !== parts.self)
      .map(server => [server, new Line(server, parts, this.signal)]));
    parts.sockets.listen(connection => void this.hear(connection));
  }

  send(to: ServerId, message: Json): void {
    if (!this.signal.isClosed) this.lines.get(to)?.send(message);
  }

  close(): void {
    this.signal.isClosed = true;
    for (const line of this.lines.values()) line.close();
    for (const connection of this.heard) connection.close();
  }

  private async hear(connection: Connection): Promise<void> {
    if (this.signal.isClosed) return connection.close();
    this.heard.push(connection);
    let from: ServerId | undefined;
    for await (const message of this.messages(connection)) {
      if (this.signal.isClosed) return;
      if (from !== undefined) {
        if (message !== undefined) this.parts.deliver(from, message);
        continue;
      }
      from = this.parts.servers
        .find(one => one !== this.parts.self && one === (message as {from?: Json} | null)?.from);
      if (from === undefined) return connection.close();
    }
  }

  /** undefined for a frame that is no message. */
  private async *messages(connection: Connection): AsyncGenerator<Json | undefined> {
    const decoder = new FrameDecoder({frameBytesMax: this.parts.frameBytesMax});
    const arrived: (Json | undefined)[] = [];
    let isOver = false;
    let wake = (): void => undefined;
    connection.onBytes(bytes => {
      for (const frame of decoder.push(bytes)) {
        arrived.push('message' in frame ? frame.message : undefined);
      }
      wake();
    });
    connection.onClose(() => {
      isOver = true;
      this.heard.splice(this.heard.indexOf(connection), 1);
      wake();
    });
    for (;;) {
      while (arrived.length > 0) yield arrived.shift();
      if (isOver) return;
      await new Promise<void>(resolve => { wake = resolve; });
    }
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, Math.max(0, ms)));
}
