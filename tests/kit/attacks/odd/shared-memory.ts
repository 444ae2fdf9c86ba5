/** Memory that changes after it was sent. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'asks for shared memory, to change what it has already answered',
  gains: 'an answer that is another when it is judged',
  ...ON_LOG,
  ...hiddenInLog({top: `const Shared = [].at.constructor('return SharedArrayBuffer')();
${REACHED}`, appended: 'new Int32Array(new Shared(8))'}),
  says: /plain JSON|answered|instance of/,
  armed: {leaves: 'a mark'},
};
