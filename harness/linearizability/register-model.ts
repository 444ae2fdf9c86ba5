/**
 * One register of numbers: read, write, compare-and-set. The smallest model worth checking.
 *
 * Promises: it begins with 0, and it is one part: nothing is cut.
 * Read next: kv-model.ts.
 */
import type {Model} from './model';
import {REFUSED, UNKNOWN} from './model';

export type RegisterInput =
  | {readonly op: 'read'}
  | {readonly op: 'write'; readonly value: number}
  | {readonly op: 'compareAndSet'; readonly expected: number; readonly value: number};

/** What was read, whether a compare-and-set wrote, or null after a write. */
export type RegisterOutput = number | boolean | null;

export const registerModel: Model<RegisterInput, RegisterOutput, number> = {
  init: () => 0,
  step(state, input, output) {
    const [next, result] = run(state, input);
    return output === UNKNOWN || output === result ? next : REFUSED;
  },
  stateKey: state => state,
  changesNothing: ({op}, output) =>
    op === 'read' || (op === 'compareAndSet' && output === false),
  partOf: () => '',
  describePart: () => 'the register',
  describeInput(input) {
    switch (input.op) {
      case 'read': return 'read';
      case 'write': return `write ${input.value}`;
      case 'compareAndSet': return `compareAndSet from ${input.expected} to ${input.value}`;
    }
  },
  describeOutput: ({op}, output) => op === 'write' && output === null ? '' : `${output}`,
  describeState: state => `${state}`,
};

/** The state after an operation, and what it returns. */
function run(state: number, input: RegisterInput): readonly [number, RegisterOutput] {
  switch (input.op) {
    case 'read': return [state, state];
    case 'write': return [input.value, null];
    case 'compareAndSet':
      return state === input.expected ? [input.value, true] : [state, false];
  }
}
