/**
 * What happened in a world, step by step, as data.
 *
 * Promises: every input, every effect, every fate of a message and every act of the test is one
 * step, in order, with its virtual time. Keeping a step costs a reference; formatting is report's.
 * Read next: report/trace-columns.ts.
 */
import type {BoxId, Effect, Input} from '../host/box';

/** Why a message did not arrive, or arrived oddly. */
export type Fate =
  | 'lost' | 'cut off' | 'receiver is down' | 'duplicated' | 'held back' | 'held by the test';

export type Step = {readonly sequence: number; readonly atMs: number} & (
  | {readonly kind: 'input'; readonly box: BoxId; readonly input: Input}
  /** `position` counts the effects of one input from 0. */
  | {
    readonly kind: 'effect'; readonly box: BoxId;
    readonly effect: Effect; readonly position: number;
  }
  | {
    readonly kind: 'fate'; readonly from: BoxId; readonly to: BoxId;
    readonly message: string; readonly fate: Fate;
  }
  /** Of records that were not synced. `survivingRecords` is there if a prefix may survive. */
  | {
    readonly kind: 'crash'; readonly box: BoxId;
    readonly lostRecords: number; readonly survivingRecords?: number;
  }
  /** Something the test did: 'isolate S1'. */
  | {readonly kind: 'act'; readonly text: string}
  /** Something a check noticed: 'State Machine Safety broke here'. `box` may be null. */
  | {readonly kind: 'note'; readonly box: BoxId | null; readonly text: string}
);

type Unnumbered<S> = S extends Step ? Omit<S, 'sequence'> : never;
export type NewStep = Unnumbered<Step>;

export class Trace {
  private readonly kept: Step[] = [];
  private count = 0;

  /** @param capacity the last steps to keep; Infinity keeps all of them. */
  constructor(private readonly capacity: number) {}

  add(step: NewStep): void {
    // The object is the caller's own literal, so numbering it in place is safe, and cheap.
    const numbered = step as {sequence?: number};
    numbered.sequence = this.count++;
    this.kept.push(step as Step);
    if (this.kept.length > 2 * this.capacity) this.kept.splice(0, this.kept.length - this.capacity);
  }

  /** All steps so far, also those no longer kept. */
  get length(): number {
    return this.count;
  }

  /** The steps still kept, oldest first. */
  get steps(): readonly Step[] {
    return this.kept;
  }
}
