/** Promises that never come to anything. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'patches Promise.prototype.then so that no rejection and no check is ever heard of',
  gains: 'a pass of every check that waits for something in the same realm',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
Promise.prototype.then = function () { return this; };
Promise.prototype.catch = Promise.prototype.finally = Promise.prototype.then;`}),
  says: /lastIndex is 0|returned 0|answered|ended \(|no answer|does not end/,
  armed: {leaves: 'a mark'},
};
