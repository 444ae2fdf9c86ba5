/** Counts rounds from 0 when it leads again, and remembers who answered them. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'rounds-from-one-again',
  mistake: 'Counts rounds from 0 when it leads again, and remembers who answered them.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    this.answered.clear();\n',
      replace: '    this.round = 0;\n',
    },
  ],
  caughtBy: ['read-leads-again'],
  says: /nobody had answered/,
};
