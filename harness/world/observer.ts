/**
 * Something that sees every event of a world: checks, counters, views. What it throws ends the run.
 *
 * Read next: world.ts.
 */
import type {BoxId, Effect, Input} from '../host/box';

export interface Observer {
  /** Before the box answers. */
  input?(box: BoxId, input: Input): void;
  /** After `send` the message may still be lost; see the trace for its fate. */
  effect?(box: BoxId, effect: Effect, input: Input): void;
  /** All effects of one input were seen. */
  inputDone?(box: BoxId, input: Input): void;
  /** @param survivingRecords how many of the records that it had not synced are on its disk. */
  crashed?(box: BoxId, survivingRecords: number): void;
}
