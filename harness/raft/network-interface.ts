/**
 * A network between servers, and messages over a stream of bytes: the contract of lab 2.
 *
 * Paper: §2, what Raft expects of a network: delay, partitions, loss, duplication, reordering.
 * Promises: messages are one-way and asynchronous; none is ever bent, and none arrives that was not
 * sent. Everything else may go wrong, and the controls say how often.
 * Given. You need not change this file.
 * Read next: skeleton/network.ts and skeleton/framing.ts, which implement it.
 */
import type {Json, ServerId} from './messages';

/** Chance: uniform in [0, 1). */
export type Random = () => number;

/**
 * Time: calls back after `delayMs`, never before this call has returned. What is due at the same
 * instant is called in the order in which it was scheduled.
 */
export type Schedule = (delayMs: number, callback: () => void) => void;

/** What a network is made of. It uses no other source of chance or time, so it is repeatable. */
export interface NetworkOptions {
  readonly servers: readonly ServerId[];
  readonly random: Random;
  readonly schedule: Schedule;
}

/** A message that has arrived: a copy that belongs to the receiver alone. */
export interface ReceivedMessage {
  readonly from: ServerId;
  readonly message: Json;
}

/** A server's end of the network. */
export interface Endpoint {
  readonly server: ServerId;
  /**
   * Sends a copy of `message` as it is now, and returns at once. Nobody tells the sender what
   * becomes of it.
   */
  send(to: ServerId, message: Json): void;
  /** The message that has waited longest here, or undefined if none does. */
  receive(): ReceivedMessage | undefined;
}

/** How long a message is on its way: whole milliseconds, uniform from min to max, both included. */
export interface DelayRange {
  readonly delayMsMin: number;
  readonly delayMsMax: number;
}

/** Which messages are held back on top of their delay, and for how long. */
export interface Reordering extends DelayRange {
  /** From 0 to 1, per message. */
  readonly reorderProbability: number;
}

/** One thing that happened to a message. */
export interface NetworkEvent {
  /**
   * - `sent`: an endpoint sent it · `duplicated`: there is one copy more of it now
   * - `delivered`: a copy waits at its receiver
   * - `lost`: a copy was lost by chance · `cut`: its link was cut · `away`: no endpoint was there
   *
   * Once nothing is on its way, sent + duplicated = delivered + lost + cut + away.
   */
  readonly what: 'sent' | 'duplicated' | 'delivered' | 'lost' | 'cut' | 'away';
  readonly from: ServerId;
  readonly to: ServerId;
  readonly message: Json;
}

/**
 * The network and its controls. At first every server is linked with every other, nothing is lost,
 * duplicated or held back, and every delay is 0 ms; even so a message arrives by way of `schedule`,
 * never while it is being sent.
 *
 * A server that is not one of `servers` is refused everywhere with a RangeError that names it, and
 * a probability or a delay that is none with one that names the argument. A call that is refused
 * changes nothing.
 *
 * In which order, and how often, chance is asked is up to the implementation.
 */
export interface Network {
  /**
   * Puts a server on the network. Until then it is away, and messages that come due are thrown
   * away. Creating it again is what a restart does: the former endpoint neither sends nor receives
   * any more, and what waited there is gone; what is still on its way reaches the new one.
   */
  createEndpoint(server: ServerId): Endpoint;

  // Links are one-way. Cuts add up, until heal() takes all of them back. A message is thrown away
  // if its link is cut when it is sent or when it is due, even if the link was whole in between;
  // nothing is kept for later. What waits at its receiver has arrived, and no cut takes it away.

  /** Cuts all links of a server, in both directions. */
  cutOff(server: ServerId): void;
  /** Cuts all links between different groups. A server in no group is alone. */
  partition(groups: readonly (readonly ServerId[])[]): void;
  /** Cuts the link from one server to another; the way back stays. */
  cutOneWay(from: ServerId, to: ServerId): void;
  /** Makes all links whole again. Loss, delay, duplication and reordering stay as they are. */
  heal(): void;

  // Chances are drawn for each message on its own when it is sent; a change holds for what is sent
  // from then on. If all messages on a link take the same time, they arrive in the order sent.

  /** From 0 to 1, per message. */
  setLoss(lossProbability: number): void;
  setDelay(delay: DelayRange): void;
  /** From 0 to 1, per message: it arrives twice, and each copy has a delay of its own. */
  setDuplication(duplicationProbability: number): void;
  /** Holds some messages back, so that those sent after them arrive before them. */
  setReordering(reordering: Reordering): void;

  /** Tells `write` from now on what happens to each message; undefined stops it. */
  setDebugLog(write: ((event: NetworkEvent) => void) | undefined): void;
}

/**
 * What a frame turned out to hold: a message, or the reason why it holds none. Plain data, so that
 * a broken frame costs its own message and no other.
 */
export type Frame = {readonly message: Json} | {readonly error: FrameError};

export interface FrameError {
  /** Its length is above the limit, or its bytes are no JSON text in UTF-8. */
  readonly reason: 'oversize' | 'not JSON';
  /** The length the frame announced, the four bytes that announce it not included. */
  readonly bytes: number;
}

/** Limits of a decoder. */
export interface FrameLimits {
  /** The largest frame that is taken, in bytes, the four of its length not included. */
  readonly frameBytesMax: number;
}
