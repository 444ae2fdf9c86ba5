/**
 * Of a history that is not linearizable, the few operations that show it.
 *
 * What is known is forgotten piece by piece, as long as there is still no order: the beginning, so
 * that the rest starts from a state that may be anything; then operations, which may from then on
 * have taken effect at any time after their invocation or never. A history with an order keeps it
 * when something is forgotten, so what is left contradicts itself, whatever the others did.
 * Promises: a check that costs too much proves nothing, and then what it was about is kept.
 * Read next: diagnose.ts.
 */
import type {Violation} from './check';
import {checkLinearizable} from './check';
import type {Operation} from './history';
import type {Model} from './model';
import {UNKNOWN} from './model';

export interface Evidence<Input, Output> {
  /** Everything there is, its events numbered 2, 4, 6…, so that there is room between them. */
  readonly all: readonly Operation<Input, Output>[];
  /** What had been seen when it broke; what had not returned then is unknown. */
  readonly seen: readonly Operation<Input, Output>[];
  /** The operation whose return broke it. */
  readonly last: Operation<Input, Output>;
  /** What cannot all be true, in the order of invocation; `last` is one of them. */
  readonly facts: readonly Operation<Input, Output>[];
}

const ENTRIES_A_TRIAL = 100_000;
/** To find where it broke takes as much as to find that it did. */
const TO_CUT = {stepsEach: 500_000, stepsInAll: 2_000_000};

/** Checks of histories that did not happen, within a budget for all of them together. */
export class Trials<Input, Output, State> {
  private stepsLeft: number;

  constructor(
    readonly model: Model<Input, Output, State>,
    private readonly budget: {readonly stepsEach: number; readonly stepsInAll: number},
  ) {
    this.stepsLeft = budget.stepsInAll;
  }

  /** There surely is an order. */
  allows(operations: readonly Operation<Input, Output>[]): boolean {
    return this.verdict(this.model, operations) === 'ok';
  }

  /** There is surely no order. */
  violates(operations: readonly Operation<Input, Output>[]): boolean {
    return this.verdict(this.model, operations) === 'violation';
  }

  /** There is surely no order, whatever had happened before. */
  violatesFromAnything(operations: readonly Operation<Input, Output>[]): boolean {
    const model = {...this.model, init: () => this.model.anything()};
    return this.verdict(model, operations) === 'violation';
  }

  private verdict(
    model: Model<Input, Output, State>, operations: readonly Operation<Input, Output>[],
  ): string {
    if (this.stepsLeft <= 0) return 'unknown';
    const {verdict, steps} = checkLinearizable(model, operations, {
      memoLimit: ENTRIES_A_TRIAL, stepLimit: Math.min(this.budget.stepsEach, this.stepsLeft),
    });
    // Preparing a check costs as well.
    this.stepsLeft -= steps + operations.length;
    return verdict;
  }
}

export function gatherEvidence<Input, Output, State>(
  trials: Trials<Input, Output, State>, violation: Violation<Input, Output, State>,
): Evidence<Input, Output> {
  const {model} = trials;
  const all = withRoom(violation.operations);
  const {seen, last} = cutWhereItBreaks(new Trials(model, TO_CUT), all, violation.stuckAt.id);
  const known = seen.filter(({returnedAt}) => returnedAt !== null);
  const end = shortestEnd(trials, seen, known);
  const breaks = (kept: ReadonlySet<number>): boolean => {
    const rest = end.operations.flatMap(each => kept.has(each.id) ? [each]
      : forgotten(model, each));
    return end.isWhole ? trials.violates(rest) : trials.violatesFromAnything(rest);
  };
  const kept = new Set(end.operations.filter(({returnedAt}) => returnedAt !== null)
    .map(({id}) => id));
  const others = known.filter(({id}) => kept.has(id) && id !== last.id);
  const isQuiet = ({input, output}: Operation<Input, Output>): boolean =>
    model.changesNothing(input, output as Output);
  // Writes explain more than reads, so reads are the first to go.
  for (const group of [others.filter(isQuiet), others.filter(each => !isQuiet(each))]) {
    forget(group.map(({id}) => id), kept, () => breaks(kept));
  }
  return {all, seen, last, facts: seen.filter(({id}) => kept.has(id))};
}

/**
 * The return that breaks it: up to the one before, there was an order. It is that of the operation
 * where the search was stuck, or a later one of those that overlap with it, since the search knew
 * what they would return.
 */
function cutWhereItBreaks<Input, Output, State>(
  trials: Trials<Input, Output, State>, all: readonly Operation<Input, Output>[], stuckAt: number,
): Pick<Evidence<Input, Output>, 'seen' | 'last'> {
  const stuck = all.find(({id}) => id === stuckAt)?.returnedAt ?? 0;
  const closing = all.filter(({invokedAt, returnedAt}) => invokedAt < stuck && returnedAt !== null)
    .filter(({returnedAt}) => (returnedAt ?? 0) >= stuck)
    .sort((a, b) => (a.returnedAt ?? 0) - (b.returnedAt ?? 0));
  const seenAfter = (which: number): readonly Operation<Input, Output>[] =>
    upTo(closing[which]?.returnedAt ?? 0, trials.model, all);
  let [tooFew, enough] = [-1, closing.length - 1];
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (trials.violates(seenAfter(middle))) enough = middle;
    else tooFew = middle;
  }
  const last = closing[enough];
  if (last === undefined) throw new Error('a history breaks when an operation returns');
  return {seen: seenAfter(enough), last};
}

/** What is left of an operation when nobody remembers how it ended. */
export function withoutReturn<Input, Output>(
  {output: _, ...operation}: Operation<Input, Output>,
): Operation<Input, Output> {
  return {...operation, returnedAt: null, returnedAtMs: null};
}

interface End<Input, Output> {
  readonly operations: readonly Operation<Input, Output>[];
  /** Nothing is left out. */
  readonly isWhole: boolean;
}

/** The last operations that contradict each other, whatever had happened before. */
function shortestEnd<Input, Output, State>(
  trials: Trials<Input, Output, State>, seen: readonly Operation<Input, Output>[],
  known: readonly Operation<Input, Output>[],
): End<Input, Output> {
  const endOf = (count: number): readonly Operation<Input, Output>[] =>
    from(known.at(-count)?.invokedAt ?? 0, trials.model, seen);
  let enough = 1;
  while (enough < known.length && !trials.violatesFromAnything(endOf(enough))) enough *= 2;
  if (enough >= known.length && !trials.violatesFromAnything(seen)) {
    return {operations: seen, isWhole: true};
  }
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (trials.violatesFromAnything(endOf(middle))) enough = middle;
    else tooFew = middle;
  }
  return {operations: endOf(enough), isWhole: false};
}

/**
 * What was invoked from an event on. What had returned before is gone; what was under way then
 * may have taken effect before or after, and is unknown.
 */
function from<Input, Output>(
  event: number, model: Pick<Model<Input, Output, unknown>, 'changesNothing'>,
  seen: readonly Operation<Input, Output>[],
): readonly Operation<Input, Output>[] {
  return seen.filter(({returnedAt}) => returnedAt === null || returnedAt > event)
    .flatMap(each => each.invokedAt >= event ? [each] : forgotten(model, each));
}

function upTo<Input, Output>(
  event: number, model: Pick<Model<Input, Output, unknown>, 'changesNothing'>,
  all: readonly Operation<Input, Output>[],
): readonly Operation<Input, Output>[] {
  return all.filter(({invokedAt}) => invokedAt < event).flatMap(each => (
    each.returnedAt === null || each.returnedAt > event ? forgotten(model, each) : [each]));
}

function forgotten<Input, Output>(
  model: Pick<Model<Input, Output, unknown>, 'changesNothing'>,
  operation: Operation<Input, Output>,
): Operation<Input, Output>[] {
  return model.changesNothing(operation.input, UNKNOWN) ? [] : [withoutReturn(operation)];
}

function withRoom<Input, Output>(
  operations: readonly Operation<Input, Output>[],
): readonly Operation<Input, Output>[] {
  const events = operations.flatMap(({invokedAt, returnedAt}) =>
    returnedAt === null ? [invokedAt] : [invokedAt, returnedAt]).sort((a, b) => a - b);
  const numbers = new Map(events.map((event, n) => [event, 2 * n + 2]));
  const numberOf = (event: number): number => numbers.get(event) ?? 0;
  return operations.map(each => ({
    ...each, invokedAt: numberOf(each.invokedAt),
    returnedAt: each.returnedAt === null ? null : numberOf(each.returnedAt),
  })).sort((a, b) => a.invokedAt - b.invokedAt);
}

/** Takes ids out of `kept` while the history still breaks: many at once, then fewer, then one. */
function forget(ids: readonly number[], kept: Set<number>, breaks: () => boolean): void {
  let left = [...ids];
  for (let size = left.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < left.length;) {
      const some = left.slice(start, start + size);
      for (const id of some) kept.delete(id);
      if (breaks()) {
        left = [...left.slice(0, start), ...left.slice(start + size)];
      } else {
        for (const id of some) kept.add(id);
        start += size;
      }
    }
  }
}
