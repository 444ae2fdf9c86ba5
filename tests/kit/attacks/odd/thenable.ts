/** An answer that asks to be waited for. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with an object that has a then',
  gains: 'a verdict that waits for it, or one that it fills in',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: '{then(done) { done({verdict: \'passed\'}); }}'}),
  says: /plain JSON|answered|function/,
  armed: {leaves: 'a mark'},
};
