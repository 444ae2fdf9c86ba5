/**
 * The store of lab 7 when the value of a key is not known, or only how long it is.
 *
 * Needed to judge the end of a history without its beginning (evidence.ts).
 * Promises: whatever a store with some value of that length would do is allowed, and leads to a
 * state that allows what that store would do next. It may allow more.
 * Read next: kv-model.ts.
 */
import type {KvInput, KvOutput, KvState} from './kv-model';
import type {Refused, Unknown} from './model';
import {REFUSED, UNKNOWN} from './model';

/** Any value, or none. Other states of this file are lengths. */
export const ANYTHING = -1;

export function stepVague(
  state: number, input: KvInput, output: KvOutput | Unknown,
): KvState | Refused {
  switch (input.op) {
    case 'get': return output === UNKNOWN ? state : ifPossible(state, output, output);
    case 'set': return output === UNKNOWN || output === null ? input.value : REFUSED;
    case 'delete':
      if (output === false) return ifPossible(state, null, null);
      return output === UNKNOWN || output === true ? null : REFUSED;
    case 'append': return afterAppend(state, input.value, output);
    case 'compareAndSet':
      if (output === true) return ifPossible(state, input.expected, input.value);
      return output === false ? state : afterSomeSwap(state, input.expected, input.value);
  }
}

export function describeVague(state: number): string {
  return state === ANYTHING ? 'anything' : `${state} characters`;
}

/** The state after, if this may be the value; REFUSED if it cannot be. */
function ifPossible(
  state: number, value: KvOutput | Unknown, after: KvOutput | Unknown,
): KvState | Refused {
  if (after !== null && typeof after !== 'string') return REFUSED;
  if (value === null) return state === ANYTHING ? after : REFUSED;
  if (typeof value !== 'string') return REFUSED;
  return state === ANYTHING || state === value.length ? after : REFUSED;
}

function afterAppend(
  state: number, value: string, output: KvOutput | Unknown,
): KvState | Refused {
  if (output === UNKNOWN) return state === ANYTHING ? ANYTHING : state + value.length;
  if (typeof output !== 'number') return REFUSED;
  const before = output - value.length;
  return (state === ANYTHING ? before >= 0 : before === state) ? output : REFUSED;
}

/** Both, as long as nobody knows whether it swapped. */
function afterSomeSwap(state: number, expected: string | null, value: string): number {
  const isPossible = ifPossible(state, expected, value) !== REFUSED;
  return !isPossible || state === value.length ? state : ANYTHING;
}
