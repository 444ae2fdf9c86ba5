/** A result that is JSON, and of no shape that anybody waits for. */
import type {Attack} from '../attack';
import {ON_LOG, everyResult, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers its calls with nothing at all',
  gains: 'a slip of the grader where it counts on a shape, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: everyResult(`'null'`)}),
  says: /as no object can/,
  armed: {leaves: 'a mark'},
};
