/**
 * One part of a history (the operations on one key), numbered so that a search is cheap.
 *
 * Operations that returned come first, in the order of their returns; those of unknown outcome
 * follow, in the order of their invocations. The search is always at the earliest return that has
 * no place yet, number `first`. Everything before it is taken, and of what comes after it only
 * operations that were open at that return can be taken. So a position is `first`, one bit for each
 * of those, and one for each unknown outcome: open operations share a small number of slots, as
 * clients take turns, and a slot is given back when its operation returns.
 * Promises: no two operations that are ever open together have one slot.
 * Read next: part-search.ts.
 */
import type {Operation} from './history';
import type {Model} from './model';

export const BITS_A_WORD = 32;

export class Part<Input, Output> {
  readonly count: number;
  /** Operations below this number have returned. */
  readonly knownCount: number;
  readonly invokedAt: Float64Array;
  /** One more than there are known operations: behind the last return is no limit. */
  readonly returnedAt: Float64Array;
  /** The bit that says an operation is taken; those of unknown outcomes begin at a new word. */
  readonly bit: Int32Array;
  readonly knownWords: number;
  readonly words: number;
  /** 1 for what has returned and, given its output, changes no state. */
  readonly changesNothing: Uint8Array;
  /** Known operations, then unknown ones, each in the order of invocation. */
  readonly inOrderOfInvocation: readonly number[];
  private readonly operations: readonly Operation<Input, Output>[];

  constructor(
    readonly name: string, operations: readonly Operation<Input, Output>[],
    model: Pick<Model<Input, Output, unknown>, 'changesNothing'>,
  ) {
    const returned = ({returnedAt}: Operation<Input, Output>): number => returnedAt ?? Infinity;
    this.operations = [...operations].sort((a, b) =>
      returned(a) - returned(b) || a.invokedAt - b.invokedAt);
    this.count = operations.length;
    this.knownCount = operations.filter(({returnedAt}) => returnedAt !== null).length;
    this.invokedAt = Float64Array.from(this.operations, ({invokedAt}) => invokedAt);
    this.returnedAt = Float64Array.from(
      {length: this.knownCount + 1}, (_, n) => this.operations[n]?.returnedAt ?? Infinity);
    this.inOrderOfInvocation = this.operations.map((_, n) => n).sort((a, b) =>
      Number(a >= this.knownCount) - Number(b >= this.knownCount)
      || this.invoked(a) - this.invoked(b));
    this.changesNothing = Uint8Array.from(this.operations, ({input, output}, n) =>
      Number(n < this.knownCount && model.changesNothing(input, output as Output)));
    this.bit = new Int32Array(this.count);
    this.knownWords = Math.ceil(this.giveSlots() / BITS_A_WORD);
    const unknowns = this.count - this.knownCount;
    for (let n = 0; n < unknowns; n++) {
      this.bit[this.knownCount + n] = this.knownWords * BITS_A_WORD + n;
    }
    this.words = this.knownWords + Math.ceil(unknowns / BITS_A_WORD);
  }

  at(number: number): Operation<Input, Output> {
    const operation = this.operations[number];
    if (operation === undefined) throw new Error(`there is no operation ${number}`);
    return operation;
  }

  /** Gives each known operation the lowest slot that is free. Returns how many there must be. */
  private giveSlots(): number {
    const free: number[] = [];
    let slots = 0;
    let returns = 0;
    for (const operation of this.inOrderOfInvocation.slice(0, this.knownCount)) {
      for (; (this.returnedAt[returns] ?? Infinity) < this.invoked(operation); returns++) {
        free.push(this.bit[returns] ?? 0);
      }
      this.bit[operation] = free.pop() ?? slots++;
    }
    return slots;
  }

  private invoked(operation: number): number {
    return this.invokedAt[operation] ?? 0;
  }
}
