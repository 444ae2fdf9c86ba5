/** Believes results of an earlier term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-results-of-any-term',
  mistake: 'Believes results of an earlier term.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
      replace: '  if (state.role !== \'leader\') return;\n',
    },
  ],
  caughtBy: ['results-of-an-earlier-term-tell-a'],
  says: /has told it nothing in this term/,
};
