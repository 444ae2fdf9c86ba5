/** Commits an entry of an earlier term by counting its replicas (Figure 8). */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R9-commits-earlier-terms',
  mistake: 'Commits an entry of an earlier term by counting its replicas (Figure 8).',
  lab: 5,
  file: 'commit.ts',
  edits: [
    {
      find: '  if (index > state.commitIndex && state.log.termAt(index) === ' +
        'state.currentTerm) {\n',
      replace: '  if (index > state.commitIndex) {\n',
    },
  ],
  caughtBy: ['figure-8-d', 'figure-8-e'],
  says: /commit rule is broken/,
};
