/**
 * Messages between being sent and being delivered: counted, lost, held back, on their way.
 *
 * Promises: every message that does not arrive, or arrives oddly, leaves its fate in the trace. A
 * link is looked at when a message is sent and again when it is due.
 * Read next: network.ts, which draws the fates.
 */
import type {BoxId, WireText} from '../host/box';
import type {Network} from './network';
import type {Fate, Trace} from './trace';
import {sentToNobody} from './world-failures';

/** A message the test holds back. */
export interface HeldMessage {
  readonly from: BoxId;
  readonly to: BoxId;
  readonly message: WireText;
}

/** A message as its receiver gets it. */
type Received = Pick<HeldMessage, 'from' | 'message'>;

export interface MailParts {
  readonly network: Network;
  readonly trace: Trace;
  now(): number;
  /** The boxes there are. */
  boxes(): readonly BoxId[];
  isKnown(box: BoxId): boolean;
  /** Makes a message due. */
  schedule(message: HeldMessage, delayMs: number): void;
}

export class Mail {
  readonly counts = {messages: 0, bytes: 0};
  private held: HeldMessage[] = [];
  private holding: ((message: HeldMessage) => boolean) | undefined;
  private underWay = 0;

  constructor(private readonly parts: MailParts) {}

  send(from: BoxId, to: BoxId, message: WireText): void {
    const {network} = this.parts;
    this.counts.messages++;
    this.counts.bytes += Buffer.byteLength(message);
    if (!this.parts.isKnown(to)) throw sentToNobody(from, to, this.parts.boxes());
    // Drawn for every message, so that a cut does not move the fates of those after it.
    const arrivals = network.arrivals(from, to, message);
    const sent = {from, to, message};
    if (network.isCut(from, to)) return this.note(sent, 'cut off');
    if (this.holding?.(sent) === true) {
      this.held.push(sent);
      return this.note(sent, 'held by the test');
    }
    if (arrivals.length === 0) this.note(sent, 'lost');
    for (const {delayMs, fate} of arrivals) {
      if (fate !== null) this.note(sent, fate);
      this.arrive(sent, delayMs);
    }
  }

  /** Makes a message due after a delay, whatever its link is like by then. */
  arrive(message: HeldMessage, delayMs: number): void {
    this.underWay++;
    this.parts.schedule(message, delayMs);
  }

  /** A message is due: says whether it is delivered, now that the receiver is up or not. */
  isDelivered({from, message}: Received, to: BoxId, isUp: boolean): boolean {
    this.underWay--;
    if (!isUp) this.note({from, to, message}, 'receiver is down');
    else if (this.parts.network.isCut(from, to)) this.note({from, to, message}, 'cut off');
    else return true;
    return false;
  }

  /** The same of one that has waited for a paused receiver, and is over its link already. */
  isDeliveredAfterPause({from, message}: Received, to: BoxId, isUp: boolean): boolean {
    this.underWay--;
    if (!isUp) this.note({from, to, message}, 'receiver is down');
    return isUp;
  }

  /** A message that waited for a paused receiver is due again. */
  arriveAgain(): void {
    this.underWay++;
  }

  /** A message that waited for a paused receiver will never get to it. */
  drop({from, message}: Received, to: BoxId): void {
    this.note({from, to, message}, 'receiver is down');
  }

  /** From now on, messages that `which` says yes to wait until they are taken. */
  hold(which: ((message: HeldMessage) => boolean) | undefined): void {
    this.holding = which;
  }

  /** The messages held back, oldest first. */
  get heldMessages(): readonly HeldMessage[] {
    return this.held;
  }

  /** Takes held messages out of the list; the caller delivers them, or drops them. */
  takeHeld(which: (message: HeldMessage) => boolean): readonly HeldMessage[] {
    const taken = this.held.filter(which);
    this.held = this.held.filter(message => !taken.includes(message));
    return taken;
  }

  /** Whether no message is on its way. Held ones, and those at paused boxes, do not count. */
  get isQuiet(): boolean {
    return this.underWay === 0;
  }

  private note({from, to, message}: HeldMessage, fate: Fate): void {
    this.parts.trace.add({atMs: this.parts.now(), kind: 'fate', from, to, message, fate});
  }
}
