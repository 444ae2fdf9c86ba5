/** An answer that throws when it is looked at. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with an object whose fields throw',
  gains: 'a slip of the kit in its own process, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: '{get term() { throw new Error(\'do not look\'); }}'}),
  says: /threw Error/,
  armed: {leaves: 'a mark'},
};
