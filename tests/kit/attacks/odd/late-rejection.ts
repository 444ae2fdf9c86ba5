/** A rejection when nothing is running. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'rejects a promise between two inputs, when it can be laid to no input',
  gains: 'a slip of the kit in its own process, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
[].at.constructor('return setImmediate')()(() => { Promise.reject(new Error('late')); });`}),
  says: /ended|no answer|late|lastIndex|returned|answered/,
  armed: {leaves: 'a mark'},
};
