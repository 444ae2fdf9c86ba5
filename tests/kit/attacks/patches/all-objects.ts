/** Fields that every object has from now on. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'puts verdict, passed and points on Object.prototype',
  gains: 'a pass wherever a missing field is looked up on a plain object',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
Object.assign(Object.prototype, {verdict: 'passed', passed: true, points: 100, failure: null});`}),
  says: /lastIndex is 0|returned 0|answered|ended \(|threw/,
  armed: {leaves: 'a mark'},
};
