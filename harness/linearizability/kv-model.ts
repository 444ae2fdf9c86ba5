/**
 * The key/value store of lab 7 as one client alone would see it.
 *
 * Paper: §8; the operations are those of `skeleton/kv-store.ts`.
 * Promises: each key is a part of its own. A value is a string and never null, so null is an absent
 * key. An output of the wrong type is refused like any other wrong output, whatever it is.
 * Read next: kv-vague.ts, check.ts.
 */
import {ANYTHING, describeVague, stepVague} from './kv-vague';
import type {Model} from './model';
import {REFUSED, UNKNOWN} from './model';

export type KvInput =
  | {readonly op: 'get'; readonly key: string}
  | {readonly op: 'set'; readonly key: string; readonly value: string}
  | {readonly op: 'delete'; readonly key: string}
  | {readonly op: 'append'; readonly key: string; readonly value: string}
  | {
    readonly op: 'compareAndSet'; readonly key: string;
    /** null: the key must be absent. */
    readonly expected: string | null; readonly value: string;
  };

/**
 * get: the value or null · set: null · delete: whether the key was there · append: how many
 * characters the value has now · compareAndSet: whether it wrote.
 */
export type KvOutput = string | number | boolean | null;

/**
 * The value of one key; null if it is absent. A number is a value of so many characters of which no
 * more is known, or ANYTHING (kv-vague.ts): only `anything` leads there.
 */
export type KvState = string | null | number;

export const kvModel: Model<KvInput, KvOutput, KvState> = {
  init: () => null,
  anything: () => ANYTHING,
  step(state, input, output) {
    if (typeof state === 'number') return stepVague(state, input, output);
    if (output !== UNKNOWN && output !== outputOf(state, input)) return REFUSED;
    return stateAfter(state, input);
  },
  // No value can be taken for an absent key: a number is never equal to a string.
  stateKey: state => state ?? ANYTHING - 1,
  changesNothing: ({op}, output) =>
    op === 'get' || (output === false && (op === 'delete' || op === 'compareAndSet')),
  // Appends may stand anywhere in a value.
  mayShow: (output, input) => typeof output === 'string' && 'value' in input
    && output.includes(input.value),
  partOf: ({key}) => key,
  describePart: part => `key ${shownValue(part)}`,
  describeInput(input) {
    const key = shownValue(input.key);
    switch (input.op) {
      case 'get':
      case 'delete': return `${input.op} ${key}`;
      case 'set': return `set ${key} = ${shownValue(input.value)}`;
      case 'append': return `append ${shownValue(input.value)} to ${key}`;
      case 'compareAndSet': {
        const [expected, value] = [shownValue(input.expected), shownValue(input.value)];
        return `compareAndSet ${key} from ${expected} to ${value}`;
      }
    }
  },
  describeOutput: ({op}, output) => op === 'set' && output === null ? '' : shownValue(output),
  describeState: state => typeof state === 'number' ? describeVague(state) : shownValue(state),
};

function outputOf(state: string | null, input: KvInput): KvOutput {
  switch (input.op) {
    case 'get': return state;
    case 'set': return null;
    case 'delete': return state !== null;
    case 'append': return (state?.length ?? 0) + input.value.length;
    case 'compareAndSet': return state === input.expected;
  }
}

function stateAfter(state: string | null, input: KvInput): string | null {
  switch (input.op) {
    case 'get': return state;
    case 'set': return input.value;
    case 'delete': return null;
    case 'append': return (state ?? '') + input.value;
    case 'compareAndSet': return state === input.expected ? input.value : state;
  }
}

const SHOWN_WHOLE = 40;
const SHOWN_FIRST = 12;
const SHOWN_LAST = 24;

/** A value as JSON; of a long string its two ends, since appends differ at the end. */
function shownValue(value: unknown): string {
  if (typeof value !== 'string' || value.length <= SHOWN_WHOLE) {
    return JSON.stringify(value) ?? 'nothing';
  }
  const shown = `${value.slice(0, SHOWN_FIRST)}…${value.slice(-SHOWN_LAST)}`;
  return `${JSON.stringify(shown)} (${value.length} characters)`;
}
