/** A text as long as texts can be. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'answers with a text of half a gigabyte',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: REACHED, appended: '\'x\'.repeat(2 ** 29 - 100)'}),
  says: /memory|no answer|ended|Invalid string length|MB/,
  armed: {leaves: 'a mark'},
};
