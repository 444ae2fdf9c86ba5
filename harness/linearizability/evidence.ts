/**
 * Of a history that is not linearizable, the few operations that show it.
 *
 * First the history is cut at the return that breaks it: until then there was an order. Then what
 * is known is forgotten piece by piece, as long as there is still no order. To forget an operation is
 * to say that it may take effect at any time after its invocation or never, and to leave out what
 * changes nothing: a history with an order keeps it when something is forgotten. So what is left
 * contradicts itself, whatever all the other operations did.
 * Promises: a check that costs too much proves nothing, and then what it was about is kept.
 * Read next: diagnose.ts.
 */
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

const STEPS_IN_ALL = 10_000_000;
const STEPS_A_TRIAL = 1_000_000;
const ENTRIES_A_TRIAL = 100_000;

/** Checks of histories that did not happen, within a budget for all of them together. */
export class Trials<Input, Output, State> {
  private stepsLeft = STEPS_IN_ALL;

  constructor(readonly model: Model<Input, Output, State>) {}

  /** There is surely no order. */
  violates(operations: readonly Operation<Input, Output>[]): boolean {
    return this.verdict(operations) === 'violation';
  }

  /** There surely is an order. */
  allows(operations: readonly Operation<Input, Output>[]): boolean {
    return this.verdict(operations) === 'ok';
  }

  private verdict(operations: readonly Operation<Input, Output>[]): string {
    if (this.stepsLeft <= 0) return 'unknown';
    const {verdict, steps} = checkLinearizable(this.model, operations, {
      memoLimit: ENTRIES_A_TRIAL, stepLimit: Math.min(STEPS_A_TRIAL, this.stepsLeft),
    });
    this.stepsLeft -= steps;
    return verdict;
  }
}

/** @param operations one part of a history, which is known not to be linearizable */
export function gatherEvidence<Input, Output, State>(
  trials: Trials<Input, Output, State>, operations: readonly Operation<Input, Output>[],
): Evidence<Input, Output> {
  const all = withRoom(operations);
  const {seen, last} = cutWhereItBreaks(trials, all);
  const {model} = trials;
  const known = seen.filter(each => each.returnedAt !== null && each !== last);
  const kept = new Set(known.map(({id}) => id).concat(last.id));
  const isQuiet = ({input, output}: Operation<Input, Output>): boolean =>
    model.changesNothing(input, output as Output);
  // Writes explain more than reads, so reads are the first to go.
  for (const group of [known.filter(isQuiet), known.filter(each => !isQuiet(each))]) {
    forget(group.map(({id}) => id), kept, () => (
      trials.violates(seen.flatMap(each => kept.has(each.id) ? [each] : forgotten(model, each)))));
  }
  return {all, seen, last, facts: seen.filter(({id}) => kept.has(id))};
}

/** What is left of an operation when nobody remembers how it ended. */
export function withoutReturn<Input, Output>(
  {output: _, ...operation}: Operation<Input, Output>,
): Operation<Input, Output> {
  return {...operation, returnedAt: null, returnedAtMs: null};
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

/** The first return up to which there is no order. What comes later cannot mend it. */
function cutWhereItBreaks<Input, Output, State>(
  trials: Trials<Input, Output, State>, all: readonly Operation<Input, Output>[],
): Pick<Evidence<Input, Output>, 'seen' | 'last'> {
  const returns = all.flatMap(({returnedAt}) => returnedAt === null ? [] : [returnedAt])
    .sort((a, b) => a - b);
  let [good, bad] = [-1, returns.length - 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (trials.violates(upTo(returns[middle] ?? 0, trials.model, all))) bad = middle;
    else good = middle;
  }
  const seen = upTo(returns[bad] ?? 0, trials.model, all);
  const last = seen.find(({returnedAt}) => returnedAt === returns[bad]);
  if (last === undefined) throw new Error('a history in which nothing returned is linearizable');
  return {seen, last};
}

function upTo<Input, Output>(
  event: number, model: Pick<Model<Input, Output, unknown>, 'changesNothing'>,
  all: readonly Operation<Input, Output>[],
): readonly Operation<Input, Output>[] {
  return all.filter(({invokedAt}) => invokedAt < event).flatMap(each => (
    each.returnedAt === null || each.returnedAt > event ? forgotten(model, each) : [each]));
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
