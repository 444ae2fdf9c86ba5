/**
 * Calls under way: a box may answer one many inputs later, or never.
 *
 * Promises: only the box that was called can answer, and only once.
 * Read next: world.ts.
 */
import type {BoxId, WireText} from '../host/box';

export interface Call {
  readonly box: BoxId;
  readonly method: string;
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

  answer(box: BoxId, callId: number, how: {value?: WireText; error?: string}): void {
    const call = this.open.get(callId);
    if (call === undefined || call.box !== box) return;
    this.open.delete(callId);
    Object.assign(call, how, {done: true});
  }
}
