/**
 * A broken variant: does not compare the terms of new entries with each other.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-entries-may-fall',
  mistake: 'does not compare the terms of new entries with each other',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    termBefore = entry.term;\n',
      replace: '',
    },
  ],
  caughtBy: ['bad-term-8'],
  says: /took a bad argument .* term/,
};
