/**
 * The definition of linearizability, tried out literally: every order of every choice of operations.
 *
 * No memo, no parts, no short cuts, and a store of its own: slow, and easy to believe.
 * Read next: against-brute-force.spec.ts.
 */
import type {KvOutput} from '../../../harness/linearizability/kv-model';
import type {KvOperation} from './hand-made';
import {PlainStore} from './plain-store';

/** True if some order explains what every client saw. */
export function hasOrder(
  operations: readonly KvOperation[], before: readonly KvOperation[] = [],
): boolean {
  if (operations.every(({returnedAt}) => returnedAt === null)) return explains(before);
  return operations.some(next => {
    const rest = operations.filter(each => each !== next);
    const isTooLate = rest.some(({returnedAt}) =>
      returnedAt !== null && returnedAt < next.invokedAt);
    return !isTooLate && hasOrder(rest, [...before, next]);
  });
}

/** True if a store that is used in this order gives these outputs. */
function explains(order: readonly KvOperation[]): boolean {
  const store = new PlainStore();
  return order.every(({input, output, returnedAt}) => {
    const given: KvOutput = store.run(input);
    return returnedAt === null || given === output;
  });
}
