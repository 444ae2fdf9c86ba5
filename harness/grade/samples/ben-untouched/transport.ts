/**
 * Messages between real servers: connections that break, over the frames of lab 2.
 *
 * Source: course notes, "the network".
 * Promises: what is delivered was sent, whole, by the server that it is said to be from, and is
 * delivered once. A message may be lost, as Raft allows (§2): nothing is kept for a server that is
 * away, and nothing piles up for one that is slow.
 * Read next: harness/raft/runtime-interfaces.ts, the contract; then driver.ts.
 */
import {todo} from '#raft';
import type {Json, ServerId, TransportParts} from '#raft';

/**
 * One connection for each direction of each pair: S1 sends to S2 on the connection that S1 opened,
 * and S2 to S1 on another, opened by S2. On a connection only the server that opened it speaks. Its
 * first frame is an Introduction, `{from: 'S1'}`, and every other frame is one message. Whoever
 * keeps to this can talk to any other Transport.
 */
export class Transport {
  // What else a transport keeps is yours to choose.

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
    // TODO(lab 7): what is the first thing to be read from a connection (course notes)?
    return todo(7, 'Transport', parts);
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
    // TODO(lab 7): which connection takes it, and if there is none, or it is full (course notes)?
    return todo(7, 'Transport.send', to, message);
  }

  /**
   * Ends all connections, those being opened too, and takes no others. Nothing is delivered from
   * here on, not even the rest of a piece of bytes that has already arrived.
   */
  close(): void {
    // TODO(lab 7): which connections are there, and which may still come (course notes)?
    return todo(7, 'Transport.close');
  }
}
