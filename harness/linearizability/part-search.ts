/**
 * Looks for an order of one part's operations in which a model would have given every output.
 *
 * Sources: the search is Wing and Gong's, the memo Lowe's. Take an operation that may come next,
 * that is, one invoked before the earliest return that has no place yet; if the model refuses, try
 * another; if none is left, undo the last one taken.
 * Invariants: 1. An operation that changes nothing is taken as soon as it is allowed, and nothing
 * else is tried in its place: if there is an order with it later, there is one with it now. 2. An
 * operation of unknown outcome is taken only if what comes next depends on it: else it may as well
 * never have happened, and that is tried anyway.
 * Promises: the same part gives the same steps, however they are cut into turns.
 * Read next: memo.ts, state-table.ts.
 */
import {Memo} from './memo';
import type {Model} from './model';
import type {Part} from './part';
import {BITS_A_WORD} from './part';
import {NOWHERE, StateTable} from './state-table';

export type SearchOutcome = 'running' | 'ok' | 'violation';

/** An operation of the order found, and the state after it. */
export interface Placed<State> {
  readonly number: number;
  readonly state: State;
}

export class PartSearch<Input, Output, State> {
  outcome: SearchOutcome = 'running';
  /** How often an operation was tried in a state. */
  steps = 0;
  private readonly memo: Memo;
  private readonly states: StateTable<Input, Output, State>;

  /** Links through the operations not taken: the known ones, then the unknown ones. */
  private readonly after: Int32Array;
  private readonly before: Int32Array;
  private readonly knownHead: number;
  private readonly unknownHead: number;
  private readonly end: number;

  /** The earliest return whose operation is not taken. */
  private first = 0;
  private state = 0;
  private cursor: number;
  private readonly isTaken: Uint8Array;
  /** The bits of the operations taken; without those that returned before `first`. */
  private readonly taken: Int32Array;

  /** What was taken, in order, with what it takes to undo it. */
  private depth = 0;
  private readonly order: Int32Array;
  private readonly stateBefore: Int32Array;
  private readonly firstBefore: Int32Array;
  /** 0 for what was taken at once (Invariant 1) and leaves nothing else to try. */
  private readonly isChoice: Uint8Array;

  private knownTaken = 0;
  private best: {
    readonly first: number; readonly known: number; readonly depth: number;
    placed: readonly Placed<State>[] | null;
  };

  constructor(model: Model<Input, Output, State>, private readonly part: Part<Input, Output>) {
    const {count} = part;
    this.memo = new Memo(part.words, part.knownWords);
    this.states = new StateTable(model, part);
    [this.knownHead, this.unknownHead, this.end] = [count, count + 1, count + 2];
    this.after = new Int32Array(count + 3);
    this.before = new Int32Array(count + 3);
    this.link();
    this.isTaken = new Uint8Array(count);
    this.taken = new Int32Array(part.words);
    this.order = new Int32Array(count);
    this.stateBefore = new Int32Array(count);
    this.firstBefore = new Int32Array(count);
    this.isChoice = new Uint8Array(count);
    this.cursor = this.end;
    this.best = {first: -1, known: 0, depth: 0, placed: null};
    this.arrive();
  }

  /** What the memo holds, states included, in entries. */
  get memoEntries(): number {
    return this.memo.count + this.states.weight;
  }

  /** Goes on for about so many steps, or until there is an outcome. */
  advance(turnSteps: number): void {
    const until = this.steps + turnSteps;
    while (this.outcome === 'running' && this.steps < until) this.tryNext();
  }

  /** The order that got furthest: past the most returns, then with the most operations. */
  furthest(): {readonly order: readonly Placed<State>[]; readonly stuckAt: number} {
    const {first, depth, placed} = this.best;
    return {order: placed ?? this.placed(depth), stuckAt: first};
  }

  private link(): void {
    const chain = [...this.part.inOrderOfInvocation];
    chain.splice(this.part.knownCount, 0, this.unknownHead);
    let last = this.knownHead;
    for (const operation of [...chain, this.end]) {
      this.after[last] = operation;
      this.before[operation] = last;
      last = operation;
    }
  }

  private tryNext(): void {
    const operation = this.candidate();
    if (operation === this.end) {
      this.goBack();
      return;
    }
    const next = this.states.after(this.state, operation);
    this.steps++;
    if (next === NOWHERE || this.isInVain(operation, next)) {
      this.cursor = this.next(operation);
      return;
    }
    this.take(operation, next, 1);
    this.arrive();
  }

  /** The operation at the cursor if it may come next; past the last known one, the unknown ones. */
  private candidate(): number {
    const {invokedAt, returnedAt, knownCount} = this.part;
    const limit = returnedAt[this.first] ?? Infinity;
    if (this.cursor < knownCount && !((invokedAt[this.cursor] ?? 0) < limit)) {
      this.cursor = this.unknownHead;
    }
    if (this.cursor === this.unknownHead) this.cursor = this.next(this.unknownHead);
    if (this.cursor === this.end) return this.end;
    return (invokedAt[this.cursor] ?? 0) < limit ? this.cursor : this.end;
  }

  /** Invariant 2, of this operation and of an unknown one taken just before it. */
  private isInVain(operation: number, next: number): boolean {
    const {knownCount} = this.part;
    if (operation >= knownCount && next === this.state) return true;
    const last = this.depth - 1;
    if (last < 0 || (this.order[last] ?? 0) < knownCount) return false;
    this.steps++;
    return this.states.after(this.stateBefore[last] ?? 0, operation) === next;
  }

  /** A new position: takes what changes nothing, and asks whether the search has been here. */
  private arrive(): void {
    this.absorb();
    const {best, first, knownTaken, depth} = this;
    if (first > best.first || (first === best.first && knownTaken > best.known)) {
      this.best = {first, known: knownTaken, depth, placed: null};
    }
    if (this.first === this.part.knownCount) {
      this.outcome = 'ok';
    } else if (this.memo.add(this.first, this.state, this.taken)) {
      this.cursor = this.next(this.knownHead);
    } else {
      this.goBack();
    }
  }

  /** Invariant 1. One walk is enough: the state stays, and the limit only moves on. */
  private absorb(): void {
    const {invokedAt, returnedAt, knownCount, changesNothing} = this.part;
    let operation = this.next(this.knownHead);
    while (operation < knownCount) {
      if (!((invokedAt[operation] ?? 0) < (returnedAt[this.first] ?? Infinity))) return;
      const following = this.next(operation);
      if (changesNothing[operation] === 1) {
        this.steps++;
        if (this.states.after(this.state, operation) === this.state) {
          this.take(operation, this.state, 0);
        }
      }
      operation = following;
    }
  }

  private take(operation: number, next: number, isChoice: 0 | 1): void {
    const {after, before, depth} = this;
    this.order[depth] = operation;
    this.stateBefore[depth] = this.state;
    this.firstBefore[depth] = this.first;
    this.isChoice[depth] = isChoice;
    this.depth = depth + 1;
    after[before[operation] ?? 0] = after[operation] ?? 0;
    before[after[operation] ?? 0] = before[operation] ?? 0;
    this.isTaken[operation] = 1;
    this.state = next;
    this.setBit(operation);
    if (operation < this.part.knownCount) this.knownTaken++;
    while (this.first < this.part.knownCount && this.isTaken[this.first] === 1) {
      this.clearBit(this.first++);
    }
  }

  private undo(): void {
    const {after, before} = this;
    const depth = --this.depth;
    const operation = this.order[depth] ?? 0;
    const first = this.firstBefore[depth] ?? 0;
    while (this.first > first) this.setBit(--this.first);
    this.clearBit(operation);
    if (operation < this.part.knownCount) this.knownTaken--;
    this.state = this.stateBefore[depth] ?? 0;
    this.isTaken[operation] = 0;
    after[before[operation] ?? 0] = operation;
    before[after[operation] ?? 0] = operation;
  }

  /** Undoes the last choice and goes on behind it; without one, everything has been tried. */
  private goBack(): void {
    this.best.placed ??= this.placed(this.best.depth);
    let isChoice = false;
    while (!isChoice && this.depth > 0) {
      this.undo();
      isChoice = this.isChoice[this.depth] === 1;
    }
    if (isChoice) this.cursor = this.next(this.order[this.depth] ?? this.end);
    else this.outcome = 'violation';
  }

  /** Until the search first goes back, the order is still there to be read. */
  private placed(depth: number): Placed<State>[] {
    return Array.from({length: depth}, (_, n) => ({
      number: this.order[n] ?? 0,
      state: this.states.state((n + 1 < this.depth ? this.stateBefore[n + 1] : this.state) ?? 0),
    }));
  }

  private next(operation: number): number {
    return this.after[operation] ?? this.end;
  }

  private setBit(operation: number): void {
    const bit = this.part.bit[operation] ?? 0;
    const word = Math.floor(bit / BITS_A_WORD);
    this.taken[word] = (this.taken[word] ?? 0) | (1 << (bit % BITS_A_WORD));
  }

  private clearBit(operation: number): void {
    const bit = this.part.bit[operation] ?? 0;
    const word = Math.floor(bit / BITS_A_WORD);
    this.taken[word] = (this.taken[word] ?? 0) & ~(1 << (bit % BITS_A_WORD));
  }
}
