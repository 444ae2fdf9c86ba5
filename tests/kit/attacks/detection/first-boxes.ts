/** Good behaviour that wears off. */
import type {Attack} from '../attack';
import {REACHED, rightOrIdle} from '../pieces';

export const attack: Attack = {
  tries: 'is right in the first three boxes of a process, and wrong in all later ones',
  gains: 'a pass, if only a few tests are looked at and the rest is taken for granted',
  lab: 1, scenarios: ['append', 'two-logs', 'histories'],
  files: rightOrIdle('structuredClone.boxes <= 3', `${REACHED}
structuredClone.boxes = (structuredClone.boxes ?? 0) + 1;`),
  honest: {},
  says: /histories failed/,
  armed: {leaves: 'a mark'},
};
