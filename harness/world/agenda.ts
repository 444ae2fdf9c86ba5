/**
 * What is due when: the events of a world in (time, sequence) order.
 *
 * Read next: inhabitants.ts, which says what is still due; world.ts, which carries it out.
 */
import TinyQueue from 'tinyqueue';
import type {BoxInput, Input} from '../host/box';
import type {Inhabitant} from './inhabitant';

export interface Event {
  atMs: number;
  /** Given by the agenda. */
  sequence?: number;
  readonly inhabitant: Inhabitant;
  /** The running box it is meant for; null for a message, which any incarnation may get. */
  readonly running: number | null;
  /** For an alarm: which arming; a later one makes it void. */
  readonly alarm: number | null;
  /** Its `nowMs` is the world's until it is handed out: then it is what the box's clock shows. */
  input: Input;
  /** It has come before and waited at a paused box: no link can lose it any more. */
  hasWaited?: boolean;
}

/** An event that is handed out, and the running box that gets it. */
export interface Due {
  readonly event: Event;
  readonly running: number;
}

export class Agenda {
  private readonly queue = new TinyQueue<Event>(
    [], (a, b) => a.atMs - b.atMs || a.sequence! - b.sequence!);
  private sequence = 0;
  /** Below every other sequence. */
  private firstSequence = Number.MIN_SAFE_INTEGER;

  add(event: Event): void {
    // The object is the caller's own literal, so numbering it in place is safe, and cheap.
    event.sequence = this.sequence++;
    this.queue.push(event);
  }

  /** Makes an event due again, at `atMs` and before whatever else is due then. */
  addFirst(event: Event, atMs: number): void {
    event.atMs = atMs;
    event.sequence = this.firstSequence++;
    this.queue.push(event);
  }

  /** When the earliest event is due, in ms; undefined if there is none. */
  get nextAtMs(): number | undefined {
    return this.queue.peek()?.atMs;
  }

  /** Takes all events of the earliest instant for which `isDue` still holds. */
  takeNext(isDue: (event: Event) => boolean): readonly Due[] {
    const batch: Due[] = [];
    const atMs = this.nextAtMs;
    for (let next = this.queue.peek(); next?.atMs === atMs; next = this.queue.peek()) {
      if (next === undefined) break;
      this.queue.pop();
      const {running} = next.inhabitant;
      if (isDue(next) && running !== undefined) batch.push({event: next, running});
    }
    return batch;
  }
}

export function toBoxInput({event: {inhabitant, input}, running}: Due): BoxInput {
  return input.kind === 'boot'
    ? {box: running, input, spec: inhabitant.spec} : {box: running, input};
}
