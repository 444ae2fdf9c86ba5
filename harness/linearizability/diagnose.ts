/**
 * What kind of mistake a history shows, found by asking what would mend it.
 *
 * If there is an order once one read may look at the past, the read was stale; once a write is
 * taken away, it was lost; once it may happen a second time, it was applied twice. The whole history
 * is asked first, then only what had been seen when it broke, since a history may hold several
 * mistakes.
 * Promises: each kind is a true statement about the history. Which mistake in the servers led to it
 * cannot be read off a history, and nothing here claims to know.
 * Read next: explain.ts.
 */
import type {Evidence, Trials} from './evidence';
import {withoutReturn} from './evidence';
import type {Operation} from './history';

export type Diagnosis<Input, Output> =
  /** `last` does not show what it must: `missed` had returned before it was invoked. */
  | {readonly kind: 'stale'; readonly missed: Operation<Input, Output>}
  /** The same of an operation that changes something. */
  | {readonly kind: 'contradiction'; readonly missed: Operation<Input, Output>}
  | {readonly kind: 'lost'; readonly write: Operation<Input, Output>}
  | {readonly kind: 'twice'; readonly write: Operation<Input, Output>}
  /** `last` shows what `write` did, and had returned before `write` was invoked. */
  | {readonly kind: 'early'; readonly write: Operation<Input, Output>}
  /** Nothing that was ever asked for leads to what `last` returned. */
  | {readonly kind: 'impossible'}
  | {readonly kind: 'either order'; readonly other: Operation<Input, Output>}
  | {readonly kind: 'no order'};

/** More operations than this are not told in one sentence. */
const TOLD_TOGETHER = 3;

export function diagnose<Input, Output, State>(
  trials: Trials<Input, Output, State>, evidence: Evidence<Input, Output>,
): Diagnosis<Input, Output> {
  const {all, seen, last, facts} = evidence;
  for (const history of [all, seen]) {
    const mended = mend(trials, evidence, history);
    if (mended !== null) return mended;
  }
  if (facts.length === 1) {
    const write = writeAhead(trials, evidence);
    return write === null ? {kind: 'impossible'} : {kind: 'early', write};
  }
  const missed = latestBefore(evidence);
  if (missed !== null && facts.length <= TOLD_TOGETHER) return {kind: 'contradiction', missed};
  const other = facts.find(each => each !== last);
  return facts.length === 2 && other !== undefined
    ? {kind: 'either order', other} : {kind: 'no order'};
}

function mend<Input, Output, State>(
  trials: Trials<Input, Output, State>, evidence: Evidence<Input, Output>,
  history: readonly Operation<Input, Output>[],
): Diagnosis<Input, Output> | null {
  const {facts, seen, last} = evidence;
  const missed = latestBefore(evidence);
  const changesSomething = ({input, output, returnedAt}: Operation<Input, Output>): boolean =>
    returnedAt === null || !trials.model.changesNothing(input, output as Output);
  if (missed !== null && !changesSomething(last)
    && trials.allows(history.map(each => each.id === last.id ? {...each, invokedAt: 1} : each))) {
    return {kind: 'stale', missed};
  }
  const lost = facts.find(each => each !== last && changesSomething(each)
    && hadReturned(each, last) && trials.allows(history.filter(({id}) => id !== each.id)));
  if (lost !== undefined) return {kind: 'lost', write: lost};
  const repeated = [...facts, ...seen.filter(each => !facts.includes(each)).reverse()]
    .find(each => changesSomething(each) && trials.allows([...history, again(each)]));
  return repeated === undefined ? null : {kind: 'twice', write: repeated};
}

/** Among the facts, the last to return before `last` was invoked. */
function latestBefore<Input, Output>(
  {facts, last}: Evidence<Input, Output>,
): Operation<Input, Output> | null {
  return facts.filter(each => hadReturned(each, last))
    .reduce<Operation<Input, Output> | null>((latest, each) => (
      latest === null || (each.returnedAt ?? 0) > (latest.returnedAt ?? 0) ? each : latest), null);
}

function hadReturned(
  one: Operation<unknown, unknown>, other: Operation<unknown, unknown>,
): boolean {
  return one.returnedAt !== null && one.returnedAt < other.invokedAt;
}

/** The same operation once more, of which nobody knows when it takes effect, or whether. */
function again<Input, Output>(operation: Operation<Input, Output>): Operation<Input, Output> {
  return {...withoutReturn(operation), id: -1, invokedAt: operation.invokedAt + 1};
}

/** A write that was invoked after `last` had returned, and yet explains it. */
function writeAhead<Input, Output, State>(
  trials: Trials<Input, Output, State>, {all, seen, last}: Evidence<Input, Output>,
): Operation<Input, Output> | null {
  const before = seen.filter(({id}) => id !== last.id).map(withoutReturn);
  return all.filter(({invokedAt}) => invokedAt > (last.returnedAt ?? Infinity))
    .find(each => trials.allows([...before, last, {...withoutReturn(each), invokedAt: 1}]))
    ?? null;
}
