/**
 * Is a history linearizable? Each part is searched; the parts take turns.
 *
 * Sources: Herlihy and Wing's definition; cutting a history into parts that do not touch each other
 * is Herlihy and Wing's locality, made use of by Horn and Kroening.
 * Promises: `ok` and `violation` are proved. `unknown` means that a bound was reached, and is never
 * a pass. All bounds are counted, so the same history gets the same answer everywhere. No part can
 * hide another: each goes on for some steps, then it is the next one's turn; and when the memo is
 * full, the part that holds most of it gives up and the others go on.
 * Read next: part-search.ts; explain.ts, which says what is wrong with a violation.
 */
import type {Operation} from './history';
import type {Model} from './model';
import {UNKNOWN} from './model';
import {Part} from './part';
import {PartSearch} from './part-search';

export interface Bounds {
  /** Entries that the memos of all parts may hold together; long states count as several. */
  readonly memoLimit?: number;
  /** Steps that all parts may take together. */
  readonly stepLimit?: number;
  /** Steps of one part before it is the next one's turn. */
  readonly turnSteps?: number;
}

/** About 50 bytes an entry. */
export const MEMO_LIMIT = 500_000;
/** One or two seconds. */
export const STEP_LIMIT = 30_000_000;
const TURN_STEPS = 2_000;

interface Effort {
  /** How often an operation was tried in a state. */
  readonly steps: number;
  readonly memoEntries: number;
}

export interface Placement<Input, Output, State> {
  readonly operation: Operation<Input, Output>;
  readonly stateAfter: State;
}

export interface Violation<Input, Output, State> {
  /** Everything that was done to this part, in the order of invocation. */
  readonly operations: readonly Operation<Input, Output>[];
  /** The operation that has no place: no order of what was invoked before its return holds it. */
  readonly stuckAt: Operation<Input, Output>;
  /** The order that got furthest. */
  readonly order: readonly Placement<Input, Output, State>[];
  /** What would have to come next, and cannot: `stuckAt`, and what overlaps with it. */
  readonly blocked: readonly Operation<Input, Output>[];
}

export interface Linearizable extends Effort {
  readonly verdict: 'ok';
}

export interface NotLinearizable<Input, Output, State> extends Effort {
  readonly verdict: 'violation';
  /** The part that is wrong: a key. */
  readonly key: string;
  readonly violation: Violation<Input, Output, State>;
}

export interface Undecided extends Effort {
  readonly verdict: 'unknown';
  /** The first part that had to give up. */
  readonly key: string;
}

export type Verdict<Input, Output, State> =
  | Linearizable | NotLinearizable<Input, Output, State> | Undecided;

/** The verdict on a history, and what it cost. @throws Error if its events are not in order. */
export function checkLinearizable<Input, Output, State>(
  model: Model<Input, Output, State>, operations: readonly Operation<Input, Output>[],
  {memoLimit = MEMO_LIMIT, stepLimit = STEP_LIMIT, turnSteps = TURN_STEPS}: Bounds = {},
): Verdict<Input, Output, State> {
  expectOrderedEvents(operations);
  let running = partsOf(model, operations)
    .map(part => ({part, search: new PartSearch(model, part)}));
  const ended: Effort[] = [];
  const undecided: string[] = [];
  while (running.length > 0) {
    for (const {part, search} of running) {
      search.advance(turnSteps);
      if (search.outcome === 'violation') {
        const effort = sum([...ended, ...running.map(each => each.search)]);
        const violation = describe(part, search);
        return {verdict: 'violation', ...effort, key: part.name, violation};
      }
    }
    const open = running.filter(({search}) => search.outcome === 'running');
    const spent = sum([...ended, ...running.map(({search}) => search)]).steps;
    const tired = spent > stepLimit ? open : largestOver(memoLimit, open);
    undecided.push(...tired.map(({part}) => part.name));
    // What has ended is let go of, with its memo.
    const [going, gone] = divide(running, each => open.includes(each) && !tired.includes(each));
    ended.push(...gone.map(({search: {steps, memoEntries}}) => ({steps, memoEntries})));
    running = going;
  }
  const [key] = undecided;
  return key === undefined
    ? {verdict: 'ok', ...sum(ended)} : {verdict: 'unknown', ...sum(ended), key};
}

/** The part whose memo is the largest, if together they hold more than they may. */
function largestOver<Running extends {readonly search: Effort}>(
  memoLimit: number, running: readonly Running[],
): readonly Running[] {
  if (sum(running.map(({search}) => search)).memoEntries <= memoLimit) return [];
  return [running.reduce((a, b) => b.search.memoEntries > a.search.memoEntries ? b : a)];
}

function divide<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))];
}

function partsOf<Input, Output, State>(
  model: Model<Input, Output, State>, operations: readonly Operation<Input, Output>[],
): readonly Part<Input, Output>[] {
  const parts = new Map<string, Operation<Input, Output>[]>();
  for (const operation of operations) {
    // A read whose output nobody saw says nothing.
    if (operation.returnedAt === null && model.changesNothing(operation.input, UNKNOWN)) continue;
    const name = model.partOf(operation.input);
    const part = parts.get(name);
    if (part === undefined) parts.set(name, [operation]);
    else part.push(operation);
  }
  return [...parts].map(([name, members]) => new Part(name, members, model));
}

function describe<Input, Output, State>(
  part: Part<Input, Output>, search: PartSearch<Input, Output, State>,
): Violation<Input, Output, State> {
  const {order, stuckAt} = search.furthest();
  const placed = new Set(order.map(({number}) => number));
  const isBlocked = (number: number): boolean => number < part.knownCount && !placed.has(number)
    && part.at(number).invokedAt < (part.returnedAt[stuckAt] ?? Infinity);
  return {
    operations: part.inOrderOfInvocation.map(number => part.at(number))
      .sort((a, b) => a.invokedAt - b.invokedAt),
    stuckAt: part.at(stuckAt),
    order: order.map(({number, state}) => ({operation: part.at(number), stateAfter: state})),
    blocked: part.inOrderOfInvocation.filter(isBlocked).map(number => part.at(number)),
  };
}

function sum(efforts: readonly Effort[]): Effort {
  return {
    steps: efforts.reduce((total, {steps}) => total + steps, 0),
    memoEntries: efforts.reduce((total, {memoEntries}) => total + memoEntries, 0),
  };
}

function expectOrderedEvents(operations: readonly Operation<unknown, unknown>[]): void {
  const events = new Set<number>();
  for (const {id, invokedAt, returnedAt} of operations) {
    if (returnedAt !== null && returnedAt <= invokedAt) {
      throw new Error(`operation ${id} returned at event ${returnedAt}, ` +
        `before its invocation at event ${invokedAt}`);
    }
    for (const event of returnedAt === null ? [invokedAt] : [invokedAt, returnedAt]) {
      if (!Number.isFinite(event)) throw new Error(`operation ${id} has no event number`);
      if (events.has(event)) throw new Error(`two events have the number ${event}`);
      events.add(event);
    }
  }
}
