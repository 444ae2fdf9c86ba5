/**
 * Messages between real servers: connections that break, over the frames of lab 2.
 *
 * Source: course notes, "the network".
 * Promises: what is delivered was sent, whole, by the server that it is said to be from, and is
 * delivered once. A message may be lost, as Raft allows (§2): nothing is kept for a server that is
 * away, and nothing piles up for one that is slow.
 * Read next: harness/raft/runtime-interfaces.ts, the contract; then driver.ts.
 */
import {encodeFrame, FrameDecoder} from '#solution/framing';
import type {Connection, Frame, Introduction, Json, ServerId, TransportParts} from '#raft';

/**
 * One connection for each direction of each pair: S1 sends to S2 on the connection that S1 opened,
 * and S2 to S1 on another, opened by S2. On a connection only the server that opened it speaks. Its
 * first frame is an Introduction, `{from: 'S1'}`, and every other frame is one message. Whoever
 * keeps to this can talk to any other Transport.
 */
export class Transport {
  // What else a transport keeps is yours to choose.
  private readonly links = new Map<ServerId, Link>();
  private readonly accepted = new Set<Connection>();
  private isClosed = false;

  /**
   * Listens for connections of other servers, and delivers what arrives (course notes).
   *
   * - A connection brings bytes in any pieces: each needs a FrameDecoder of its own, with
   *   parts.frameBytesMax as its limit.
   * - The first frame says who speaks. If it is anything else, or names no other server of this
   *   cluster, nobody knows whose messages these would be: close the connection.
   * - Every later frame is a message: deliver it, in order. A frame that is no message (`error` of
   *   lab 2) costs itself and no other.
   */
  constructor(protected readonly parts: TransportParts) {
    parts.sockets.listen(connection => this.accept(connection));
  }

  /**
   * Sends a message to another server, or throws it away. Returns at once (§2).
   *
   * - Without a connection, one is opened. What is sent meanwhile waits for it and leaves behind
   *   the introduction; if nobody answers, it is thrown away.
   * - Between two attempts to reach one server lie at least parts.reconnectMs, however the first
   *   ended, and however much is sent: without a pause, a server that is down keeps all others busy
   *   with asking. What is sent in the pause is thrown away. After it the next message tries again.
   * - While more than parts.queuedBytesMax are queued on the connection, or wait for it, messages
   *   are thrown away, whole. Half a frame would spoil all that follow. Danger: S2 is paused; S1
   *   queues a heartbeat every 50 ms, for hours; S1 runs out of memory because S2 was slow.
   * - When a connection is over, the next message needs a new one.
   */
  send(to: ServerId, message: Json): void {
    if (this.isClosed) return;
    let link = this.links.get(to);
    if (link === undefined) this.links.set(to, link = new Link(to, this.parts));
    link.send(encodeFrame(message));
  }

  /**
   * Ends all connections, those being opened too, and takes no others. Nothing is delivered from
   * here on, not even the rest of a piece of bytes that has already arrived.
   */
  close(): void {
    this.isClosed = true;
    for (const link of this.links.values()) link.close();
    for (const connection of this.accepted) connection.close();
  }

  private accept(connection: Connection): void {
    if (this.isClosed) {
      connection.close();
      return;
    }
    this.accepted.add(connection);
    connection.onClose(() => this.accepted.delete(connection));
    const decoder = new FrameDecoder({frameBytesMax: this.parts.frameBytesMax});
    let from: ServerId | undefined;
    let isRefused = false;
    const take = (frame: Frame): void => {
      if (this.isClosed || isRefused) return;
      if (from === undefined) {
        from = this.introducedBy(frame);
        isRefused = from === undefined;
        if (isRefused) connection.close();
      } else if ('message' in frame) {
        this.parts.deliver(from, frame.message);
      }
    };
    connection.onBytes(bytes => decoder.push(bytes).forEach(take));
  }

  /** Who speaks on a connection that begins with this frame; undefined if that is not known. */
  private introducedBy(frame: Frame): ServerId | undefined {
    const {from} = ('message' in frame ? frame.message ?? {} : {}) as Partial<Introduction>;
    const {self, servers} = this.parts;
    return servers.find(server => server === from && server !== self);
  }
}

/** The way to one other server: at most one connection, opened when there is something to send. */
class Link {
  private connection: Connection | undefined;
  /** What leaves when the connection is open, the introduction first; undefined if none opens. */
  private waiting: Uint8Array[] | undefined;
  private waitingBytes = 0;
  private triedAtMs = -Infinity;
  private isClosed = false;

  constructor(private readonly to: ServerId, private readonly parts: TransportParts) {}

  send(frame: Uint8Array): void {
    const {queuedBytesMax} = this.parts;
    if (this.connection !== undefined) {
      if (this.connection.bytesQueued <= queuedBytesMax) this.connection.write(frame);
      return;
    }
    if (this.waiting === undefined) this.tryToOpen();
    if (this.waiting === undefined || this.waitingBytes > queuedBytesMax) return;
    this.waiting.push(frame);
    this.waitingBytes += frame.length;
  }

  close(): void {
    this.isClosed = true;
    this.connection?.close();
  }

  private tryToOpen(): void {
    const {self, sockets, reconnectMs} = this.parts;
    const nowMs = performance.now();
    if (nowMs - this.triedAtMs < reconnectMs) return;
    this.triedAtMs = nowMs;
    const introduction: Introduction = {from: self};
    this.waiting = [encodeFrame({...introduction})];
    this.waitingBytes = 0;
    sockets.connect(this.to)
      .then(connection => this.opened(connection), () => { this.waiting = undefined; });
  }

  private opened(connection: Connection): void {
    const frames = this.waiting ?? [];
    this.waiting = undefined;
    if (this.isClosed) {
      connection.close();
      return;
    }
    this.connection = connection;
    connection.onClose(() => { this.connection = undefined; });
    // Nobody speaks on this side, but what nobody takes would wait here for ever.
    connection.onBytes(() => undefined);
    for (const frame of frames) connection.write(frame);
  }
}
