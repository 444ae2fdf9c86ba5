/**
 * A broken variant: append returns the position, counted from 0.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-append-returns-length-before',
  mistake: 'append returns the position, counted from 0',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries.push(frozenCopy(entry));\n' +
        '    return this.lastIndex;',
      replace: '    return this.entries.push(frozenCopy(entry)) - 1;',
    },
  ],
  caughtBy: ['terms-rise', 'two-logs', 'check-4'],
  says: /answered append.* with 0/,
};
