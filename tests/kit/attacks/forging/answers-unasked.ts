/** The channel of answers, used by the submission itself. */
import type {Attack} from '../attack';
import {FS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'writes a line of its own to the channel on which answers travel',
  gains: 'an answer that no check looks at, if a line is taken for what it says it is',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `${FS}.writeSync(1, '[[]]\\n');`}),
  says: /gave no answer|what no box can send|something it was not asked/,
  armed: {leaves: 'a mark'},
};
