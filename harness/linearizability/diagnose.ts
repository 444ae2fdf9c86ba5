/**
 * What kind of mistake a history shows, found by asking what would mend it.
 *
 * If there is an order once one read may look at the past, the read was stale; once a write is
 * taken away, it was lost; once it may happen a second time, it was applied twice. The whole
 * history is asked first, then only what had been seen when it broke, since there may be several
 * mistakes in it.
 * Promises: each kind is a true statement about what clients saw. Which mistake in the servers led
 * to it cannot be read off a history, and nothing here claims to know.
 * Read next: explain.ts.
 */
import type {Placement, Violation} from './check';
import type {Evidence, Trials} from './evidence';
import {withoutReturn} from './evidence';
import type {Operation} from './history';
import type {Model} from './model';
import {REFUSED, UNKNOWN} from './model';

export type Diagnosis<Input, Output> =
  /** `last` does not show what it must: `missed` had returned before it was invoked. */
  | {readonly kind: 'stale'; readonly missed: Operation<Input, Output>}
  /** The same of an operation that changes something. */
  | {readonly kind: 'contradiction'; readonly missed: Operation<Input, Output>}
  | {readonly kind: 'lost'; readonly write: Operation<Input, Output>}
  | {readonly kind: 'twice'; readonly write: Operation<Input, Output>}
  /** `last` shows what `write` did, and had returned before `write` was invoked. */
  | {readonly kind: 'early'; readonly write: Operation<Input, Output>}
  /** What `last` shows was never written. */
  | {readonly kind: 'never written'}
  /** It was, in part or in other words, but nothing leads to what `last` returned. */
  | {readonly kind: 'impossible'}
  /** Nor do `last` and this one go together. */
  | {readonly kind: 'not both'; readonly other: Operation<Input, Output>}
  | {readonly kind: 'no order'};

/** More operations than this are not told in one sentence. */
const TOLD_TOGETHER = 3;
/** More than this are not even listed. */
const LISTED = 8;
const REPEATS_TRIED = 12;

export class Diagnoser<Input, Output, State> {
  private readonly model: Model<Input, Output, State>;
  /** Among few facts, the last to return before `last` was invoked. */
  private readonly told: Operation<Input, Output> | null;
  /** What had returned before `last` was invoked and yet may not show in it. */
  private readonly missed: Operation<Input, Output> | null;

  constructor(
    private readonly trials: Trials<Input, Output, State>,
    private readonly evidence: Evidence<Input, Output>,
    violation: Violation<Input, Output, State>,
  ) {
    this.model = trials.model;
    const {facts, last} = evidence;
    this.told = facts.length > TOLD_TOGETHER ? null
      : latest(facts.filter(each => hadReturned(each, last)));
    this.missed = this.told !== null && this.isQuiet(this.told)
      ? this.writeShownBy(this.told) ?? this.told
      : this.told ?? this.overtaking(violation.order);
  }

  diagnose(): Diagnosis<Input, Output> {
    const {all, seen, last, facts} = this.evidence;
    const mended = this.mend(all) ?? this.mend(seen);
    if (mended !== null) return mended;
    const write = this.writeAhead();
    if (write !== null) return {kind: 'early', write};
    if (this.model.changesNothing(last.input, UNKNOWN) && last.output !== null
      && !all.some(each => this.model.mayShow(last.output as Output, each.input))) {
      return {kind: 'never written'};
    }
    if (facts.length === 1 || facts.length > LISTED) return {kind: 'impossible'};
    if (this.told !== null) return {kind: 'contradiction', missed: this.told};
    const other = facts.find(each => each !== last);
    return facts.length === 2 && other !== undefined
      ? {kind: 'not both', other} : {kind: 'no order'};
  }

  private mend(history: readonly Operation<Input, Output>[]): Diagnosis<Input, Output> | null {
    const {trials, evidence: {last, facts, all}, missed} = this;
    const isStale = missed !== null && this.isQuiet(last)
      && trials.allows(history.map(each => each.id === last.id ? {...each, invokedAt: 1} : each));
    if (isStale) return {kind: 'stale', missed};
    const lost = [...facts, ...missed === null ? [] : [missed]].find(each => (
      !this.isQuiet(each) && hadReturned(each, last)
      && history.some(read => this.isQuiet(read) && hadReturned(each, read))
      && trials.allows(history.filter(({id}) => id !== each.id))));
    if (lost !== undefined) return {kind: 'lost', write: lost};
    // Among many mistakes a repetition is easily imagined, so it must be told by little.
    if (history !== all && facts.length > TOLD_TOGETHER) return null;
    const repeated = this.repeatable().find(each => trials.allows([...history, again(each)]));
    return repeated === undefined ? null : {kind: 'twice', write: repeated};
  }

  /** What may have been applied again: first what the result shows, then what stands nearest. */
  private repeatable(): readonly Operation<Input, Output>[] {
    const {seen, last, facts} = this.evidence;
    const writes = seen.filter(each => !this.isQuiet(each)).reverse();
    const shows = (each: Operation<Input, Output>): boolean =>
      this.model.mayShow(last.output as Output, each.input);
    const chosen = [
      ...writes.filter(each => facts.includes(each)), ...writes.filter(shows), ...writes,
    ];
    return [...new Set(chosen)].slice(0, REPEATS_TRIED);
  }

  /** A write that was invoked after `last` had returned, and yet explains it. */
  private writeAhead(): Operation<Input, Output> | null {
    const {all, seen, last} = this.evidence;
    const shows = ({input}: Operation<Input, Output>): boolean =>
      this.model.mayShow(last.output as Output, input);
    return all.find(each => hadReturned(last, each) && shows(each)
      && this.trials.allows([...seen, {...withoutReturn(each), invokedAt: 1}])) ?? null;
  }

  /**
   * Where many operations matter: in the order that got furthest, the first to change the last
   * state in which `last` could have returned what it did.
   */
  private overtaking(
    order: readonly Placement<Input, Output, State>[],
  ): Operation<Input, Output> | null {
    const {last, seen} = this.evidence;
    const fits = (state: State): boolean =>
      this.model.step(state, last.input, last.output as Output) !== REFUSED;
    const since = 1 + order.findLastIndex(({stateAfter}) => fits(stateAfter));
    const writes = new Map(seen.filter(each => !this.isQuiet(each) && hadReturned(each, last))
      .map(each => [each.id, each]));
    const overtaken = order.slice(since).find(({operation: {id}}) => writes.has(id));
    return writes.get(overtaken?.operation.id ?? -1) ?? null;
  }

  /** A write that a read shows, if it had returned in time to be missed as well. */
  private writeShownBy({output}: Operation<Input, Output>): Operation<Input, Output> | null {
    const {seen, last} = this.evidence;
    return latest(seen.filter(each => !this.isQuiet(each) && hadReturned(each, last)
      && this.model.mayShow(output as Output, each.input)));
  }

  private isQuiet({input, output, returnedAt}: Operation<Input, Output>): boolean {
    return returnedAt !== null && this.model.changesNothing(input, output as Output);
  }
}

function latest<Input, Output>(
  operations: readonly Operation<Input, Output>[],
): Operation<Input, Output> | null {
  const returned = ({returnedAt}: Operation<Input, Output>): number => returnedAt ?? 0;
  return [...operations].sort((a, b) => returned(b) - returned(a))[0] ?? null;
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
