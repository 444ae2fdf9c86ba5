/**
 * One register of numbers: read, write, compare-and-set. The smallest model worth checking.
 *
 * Promises: it begins with 0, and it is one part: nothing is cut.
 * Read next: kv-model.ts.
 */
import type {Model, Refused, Unknown} from './model';
import {REFUSED, UNKNOWN} from './model';

export type RegisterInput =
  | {readonly op: 'read'}
  | {readonly op: 'write'; readonly value: number}
  | {readonly op: 'compareAndSet'; readonly expected: number; readonly value: number};

/** What was read, whether a compare-and-set wrote, or null after a write. */
export type RegisterOutput = number | boolean | null;

/** null: it may hold any number. */
export type RegisterState = number | null;

export const registerModel: Model<RegisterInput, RegisterOutput, RegisterState> = {
  init: () => 0,
  anything: () => null,
  step(state, input, output) {
    if (state === null) return stepFromAnything(input, output);
    const [next, result] = run(state, input);
    return output === UNKNOWN || output === result ? next : REFUSED;
  },
  stateKey: state => state ?? 'anything',
  changesNothing: ({op}, output) =>
    op === 'read' || (op === 'compareAndSet' && output === false),
  mayShow: (output, input) => input.op !== 'read' && input.value === output,
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
  describeState: state => `${state ?? 'anything'}`,
};

function stepFromAnything(
  input: RegisterInput, output: RegisterOutput | Unknown,
): RegisterState | Refused {
  switch (input.op) {
    case 'read': return typeof output === 'number' ? output : output === UNKNOWN ? null : REFUSED;
    case 'write': return output === null || output === UNKNOWN ? input.value : REFUSED;
    case 'compareAndSet': return output === true ? input.value : null;
  }
}

/** The state after an operation, and what it returns. */
function run(state: number, input: RegisterInput): readonly [number, RegisterOutput] {
  switch (input.op) {
    case 'read': return [state, state];
    case 'write': return [input.value, null];
    case 'compareAndSet':
      return state === input.expected ? [input.value, true] : [state, false];
  }
}
