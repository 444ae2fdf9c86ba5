/**
 * What a guest of lab 7d notes while student code runs: each event, and which lines caused it.
 *
 * The stack is kept as V8 took it and only made into text when a failure asks for it.
 * Read next: runtime-driver-guest.ts, runtime-transport-guest.ts.
 */
import type {ThrownFrame} from './script';
import {thrownAs} from './scripted-errors';

/** Of both the guest and the student. */
const FRAMES_KEPT = 16;

export class Notes<Event extends object> {
  private readonly noted: {readonly event: Event; readonly place: Error}[] = [];

  note(event: Event): void {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = FRAMES_KEPT;
    this.noted.push({event, place: new Error()});
    Error.stackTraceLimit = limit;
  }

  get events(): readonly Event[] {
    return this.noted.map(({event}) => event);
  }

  /** The student's own frames under the n-th event, innermost first. */
  framesOf(n: number): readonly ThrownFrame[] {
    const place = this.noted[n]?.place;
    return place === undefined ? [] : thrownAs(place).frames;
  }
}
