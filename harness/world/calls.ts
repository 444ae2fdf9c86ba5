/**
 * Calls under way: a box may answer one many inputs later, or never.
 *
 * Promises: only the box that was called can answer, and only once. A call begins when the box is
 * given it and ends when the answer leaves the box, whatever the box itself says of it.
 * Read next: world.ts.
 */
import type {BoxId, Effect, WireText} from '../host/box';

type Answer = Extract<Effect, {kind: 'result' | 'reject'}>;

/** An instant, and which event of it. */
export interface Moment {
  /** The world's event number: it orders all inputs and effects. */
  readonly event: number;
  /** Virtual time. */
  readonly atMs: number;
}

export interface Call {
  readonly box: BoxId;
  readonly method: string;
  /** The event number at which the box was given the call. Absent if it has not been, or never. */
  invokedAt?: number;
  invokedAtMs?: number;
  /** The event number of the answer. */
  answeredAt?: number;
  answeredAtMs?: number;
  done: boolean;
  /** JSON text. */
  value?: WireText;
  error?: string;
}

export class Calls {
  private readonly open = new Map<number, Call>();
  private count = 0;

  /** A new call and the number a box answers it by. */
  begin(box: BoxId, method: string): {readonly callId: number; readonly call: Call} {
    const call: Call = {box, method, done: false};
    const callId = ++this.count;
    this.open.set(callId, call);
    return {callId, call};
  }

  /** The box is given the call. */
  invoke(callId: number, {event, atMs}: Moment): void {
    const call = this.open.get(callId);
    if (call !== undefined) Object.assign(call, {invokedAt: event, invokedAtMs: atMs});
  }

  answer(box: BoxId, how: Answer, {event, atMs}: Moment): void {
    const call = this.open.get(how.callId);
    if (call === undefined || call.box !== box) return;
    this.open.delete(how.callId);
    if (how.kind === 'result') call.value = how.value;
    else call.error = how.error;
    Object.assign(call, {done: true, answeredAt: event, answeredAtMs: atMs});
  }
}
