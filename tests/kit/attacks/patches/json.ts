/** The text of answers is made by a function that can be replaced. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'patches JSON so that each answer it sends says what a good log would perhaps say',
  gains: 'points without work, if some fixed answer is right often enough',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
const stringify = JSON.stringify;
JSON.stringify = value => stringify(value, (key, field) =>
  key === 'value' && typeof field === 'number' ? field + 1 : field);`}),
  says: /RaftLog/,
  armed: {leaves: 'a mark'},
};
