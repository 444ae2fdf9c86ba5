/** A run that is over before it can go wrong. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, edited} from '../pieces';

export const attack: Attack = {
  tries: 'ends its process after the second answer, when nothing has been wrong yet',
  gains: 'the points of all tests that were not finished, if only failures are counted',
  ...ON_LOG,
  files: {'log.ts': edited('log.ts', [
    '    this.entries.push(frozenCopy(entry));',
    `    this.entries.push(frozenCopy(entry));
    if (this.entries.length > 1) { ${REACHED} ${PROCESS}.exit(0); }`,
  ])},
  honest: {},
  says: /ended \(code 0\)/,
  armed: {leaves: 'a mark'},
};
