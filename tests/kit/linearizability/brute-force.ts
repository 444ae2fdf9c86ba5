/**
 * The definition of linearizability, tried out literally: every order of every choice.
 *
 * No memo, no parts, no short cuts, and a store of its own: slow, and easy to believe.
 * Read next: against-brute-force.spec.ts.
 */
import type {KvOutput} from '../../../harness/linearizability/kv-model';
import type {KvOperation} from './hand-made';
import {PlainStore} from './plain-store';

type Belief = (operation: KvOperation) => boolean;

/** True if some order explains what every client saw, or the clients that are believed. */
export function hasOrder(
  operations: readonly KvOperation[], isBelieved: Belief = () => true,
): boolean {
  return extend([], operations, isBelieved);
}

function extend(
  before: readonly KvOperation[], left: readonly KvOperation[], isBelieved: Belief,
): boolean {
  const isWhole = left.every(({returnedAt}) => returnedAt === null);
  return (isWhole && explains(before, isBelieved)) || left.some(next => {
    const rest = left.filter(each => each !== next);
    const isTooLate = rest.some(({returnedAt}) =>
      returnedAt !== null && returnedAt < next.invokedAt);
    return !isTooLate && extend([...before, next], rest, isBelieved);
  });
}

/** True if a store that is used in this order gives these outputs. */
function explains(order: readonly KvOperation[], isBelieved: Belief): boolean {
  const store = new PlainStore();
  return order.every(operation => {
    const given: KvOutput = store.run(operation.input);
    return operation.returnedAt === null || !isBelieved(operation) || given === operation.output;
  });
}
