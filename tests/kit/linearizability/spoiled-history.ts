/**
 * Ways to make a history wrong that was right, each wrong by construction.
 *
 * All rest on what generated-history.ts promises: values have four characters and occur once.
 * Read next: generated.spec.ts.
 */
import type {KvOutput} from '../../../harness/linearizability/kv-model';
import type {KvOperation} from './hand-made';

export type Spoil = (history: readonly KvOperation[]) => readonly KvOperation[];

/** A get returns what nobody ever wrote. */
export const neverWritten: Spoil = history =>
  withOutput(history, middleOf(history.filter(isGet)), '????');

/** A length that no values of four characters add up to. */
export const oddLength: Spoil = history =>
  withOutput(history, middleOf(history.filter(isKnownAppend)), 4_001);

/** A value appears twice in what a get returns, and was appended once. */
export const seenTwice: Spoil = history => {
  const get = middleOf(history.filter(each =>
    isGet(each) && typeof each.output === 'string' && each.output.length >= 8));
  return withOutput(history, get, `${get.output}${String(get.output).slice(-4)}`);
};

/** A get returns the value of a set although another set came after it and had returned before. */
export const staleRead: Spoil = history => {
  for (const get of history.filter(isGet).reverse()) {
    const sets = history.filter(({input, returnedAt}) => input.op === 'set'
      && input.key === get.input.key && returnedAt !== null && returnedAt < get.invokedAt);
    const latest = sets.find(set => sets.some(other => isBefore(other, set)));
    const older = sets.find(other => latest !== undefined && isBefore(other, latest));
    if (older?.input.op === 'set') return withOutput(history, get, older.input.value);
  }
  throw new Error('no get comes after two sets');
};

/** A compare-and-set says that it found what nobody ever wrote. */
export const foundNothing: Spoil = history => withOutput(history, middleOf(history.filter(each =>
  each.input.op === 'compareAndSet' && each.input.expected === 'nope'
    && each.returnedAt !== null)), true);

function isGet({input, returnedAt}: KvOperation): boolean {
  return input.op === 'get' && returnedAt !== null;
}

function isKnownAppend({input, returnedAt}: KvOperation): boolean {
  return input.op === 'append' && returnedAt !== null;
}

function isBefore(one: KvOperation, other: KvOperation): boolean {
  return one.returnedAt !== null && one.returnedAt < other.invokedAt;
}

function middleOf(operations: readonly KvOperation[]): KvOperation {
  const middle = operations[Math.floor(operations.length / 2)];
  if (middle === undefined) throw new Error('there is nothing to spoil');
  return middle;
}

function withOutput(
  history: readonly KvOperation[], spoiled: KvOperation, output: KvOutput,
): readonly KvOperation[] {
  return history.map(each => each === spoiled ? {...each, output} : each);
}
