/**
 * A broken variant: does not compare the first new entry with prevLogTerm.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-prev-term-uncompared',
  mistake: 'does not compare the first new entry with prevLogTerm',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  let termBefore = prevLogTerm;',
      replace: '  let termBefore = 0;\n' +
        '  void prevLogTerm;',
    },
  ],
  caughtBy: ['bad-term-9'],
  says: /took a bad argument .* term/,
};
