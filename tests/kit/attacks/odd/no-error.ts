/** Things that are thrown and are no errors. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'throws a symbol, which cannot be made into a text',
  gains: 'a slip of the kit in its own process, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: 'throw Symbol(\'nothing\');'}),
  says: /threw|answered|Symbol/,
  armed: {leaves: 'a mark'},
};
