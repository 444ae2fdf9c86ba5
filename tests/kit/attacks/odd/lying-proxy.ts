/** A proxy that denies what it does. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with a proxy that hides a toJSON which gives nothing',
  gains: 'an effect without a value, and a slip of whoever reads it',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: `new Proxy({}, {
      has: () => false, getPrototypeOf: () => Object.prototype, ownKeys: () => [],
      get: (_, key) => key === 'toJSON' ? () => undefined : 1,
    })`}),
  says: /threw SyntaxError/,
  armed: {leaves: 'a mark'},
};
