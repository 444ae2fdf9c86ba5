/** A text as long as texts can be. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with a text of half a gigabyte',
  gains: 'the memory of the machine, and the end of whatever else runs on it',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: '\'x\'.repeat(2 ** 29 - 100)'}),
  says: /memory|no answer|ended|Invalid string length|MB/,
  armed: {leaves: 'a mark'},
};
