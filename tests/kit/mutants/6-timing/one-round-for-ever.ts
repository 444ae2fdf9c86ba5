/** Every read has the same round: what was confirmed once stays confirmed. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-round-for-ever',
  mistake: 'Every read has the same round: what was confirmed once stays confirmed.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    this.round++;\n',
      replace: '    this.round = 1;\n',
    },
  ],
  caughtBy: ['read-old-answer', 'read'],
  says: /Linearizability is broken|nobody had answered/,
};
