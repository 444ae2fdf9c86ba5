/**
 * What clients asked for and were told, in the order in which it happened.
 *
 * Paper: §8. The four outcomes are those of Knossos's histories: it happened, it surely did not,
 * nobody knows, and not over yet, which is the same as nobody knows.
 * Promises: every invocation and every return has a number of its own that only grows, so no two
 * are ever "at the same time". Virtual times are kept for display and decide nothing.
 * Read next: model.ts, then check.ts.
 */

import type {Unknown} from './model';
import {UNKNOWN} from './model';

export interface Operation<Input, Output> {
  readonly id: number;
  readonly client: string;
  readonly input: Input;
  /** Event number. */
  readonly invokedAt: number;
  /** Event number; null: it may take effect at any time after the invocation, or never. */
  readonly returnedAt: number | null;
  /** Only meaningful if `returnedAt` is a number. */
  readonly output?: Output;
  readonly invokedAtMs: number;
  readonly returnedAtMs: number | null;
}

/** An operation that is not settled yet has no fate. */
interface Recorded<Input, Output> {
  operation: Operation<Input, Output>;
  fate: 'returned' | 'failed' | 'unknown' | null;
}

export class HistoryRecorder<Input, Output> {
  private events = 0;
  private readonly recorded: Recorded<Input, Output>[] = [];

  constructor(
    private readonly model: {changesNothing(input: Input, output: Unknown): boolean},
  ) {}

  /** A client asks. The id names the operation from here on. */
  invoked(client: string, input: Input, atMs: number): number {
    const id = this.recorded.length;
    const operation = {
      id, client, input, invokedAt: ++this.events, returnedAt: null, invokedAtMs: atMs,
      returnedAtMs: null,
    };
    this.recorded.push({operation, fate: null});
    return id;
  }

  /** The client got an answer. */
  returned(id: number, output: Output, atMs: number): void {
    const recorded = this.settle(id, 'returned');
    const returnedAt = ++this.events;
    recorded.operation = {...recorded.operation, output, returnedAt, returnedAtMs: atMs};
  }

  /** It surely did not take effect, and never will. */
  failed(id: number): void {
    this.settle(id, 'failed');
  }

  /** Nobody will ever know: the client gave up waiting, or crashed. */
  unknown(id: number): void {
    this.settle(id, 'unknown');
  }

  /**
   * What there is to check, in the order of invocation. What has not returned yet is unknown, and
   * an unknown read is left out.
   */
  operations(): readonly Operation<Input, Output>[] {
    return this.recorded.filter(({fate, operation}) => fate === 'returned'
      || (fate !== 'failed' && !this.model.changesNothing(operation.input, UNKNOWN)))
      .map(({operation}) => operation);
  }

  private settle(
    id: number, fate: 'returned' | 'failed' | 'unknown',
  ): Recorded<Input, Output> {
    const recorded = this.recorded[id];
    if (recorded === undefined) throw new Error(`no operation has the id ${id}`);
    if (recorded.fate !== null) {
      throw new Error(`operation ${id} is ${recorded.fate} and cannot become ${fate}`);
    }
    recorded.fate = fate;
    return recorded;
  }
}
