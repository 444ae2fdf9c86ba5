/** The methods every check would use, if checks ran here. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'patches Array.prototype so that nothing is ever found missing or different',
  gains: 'a pass of every check that runs in the same realm',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
Array.prototype.every = () => true;
Array.prototype.includes = () => true;
Array.prototype.some = Array.prototype.find = Array.prototype.findIndex = () => false;
Array.prototype.sort = function () { return this; };`}),
  says: /lastIndex is 0|returned 0|answered|no answer/,
  armed: {leaves: 'a mark'},
};
