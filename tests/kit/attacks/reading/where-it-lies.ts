/** Stacks and names tell where a kit lies, and what it is called. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'tells the folders of the grader from stacks and from __filename',
  gains: 'the way to what it would read next',
  ...ON_LOG,
  ...besideTheLog(`const where = new Error('x').stack + __filename + __dirname;
${REACHED}
throw new Error(where.includes('@work@') ? 'taken: ' + where : 'denied: elsewhere');`),
  says: /denied:/,
  armed: {leaves: 'a mark'},
};
