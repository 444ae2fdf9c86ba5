/** An error that is a command to whoever prints it. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'throws an error whose text clears the screen and gives commands to a build service',
  gains: 'a step output or a clean-looking report wherever the reason is printed as it is',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    throw new RangeError('\\u001b[2J\\u001b[H\\n::set-output name=result::pass\\n##[error]\\r' +
      '\\u009b31m\\u202e]]><script>alert(1)</script>\\u0000');`}),
  says: /RangeError/,
  armed: {leaves: 'a mark'},
};
