/** Behaviour that is another in a fresh process. */
import type {Attack} from '../attack';
import {REACHED, rightOrIdle} from '../pieces';

export const attack: Attack = {
  tries: 'is right only in a process that has run other boxes before',
  gains: 'nothing but doubt: a pass that nobody else could repeat',
  lab: 1, scenarios: ['append', 'terms-rise', 'two-logs'],
  files: rightOrIdle('structuredClone.boxes > 1', `${REACHED}
structuredClone.boxes = (structuredClone.boxes ?? 0) + 1;`),
  honest: {},
  says: /append failed[^]*two-logs failed/,
  armed: {leaves: 'a mark'},
};
