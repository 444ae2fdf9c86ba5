/** An error in the words of a function that is yet to be written. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'throws the error of a function that belongs to a later lab',
  gains: 'an excuse, if what waits for a later lab is left out of the score',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    throw Object.assign(new Error('later'), {name: 'NotWritten', lab: 7, functionName: 'kv'});`}),
  says: /not written/,
  armed: {leaves: 'a mark'},
};
