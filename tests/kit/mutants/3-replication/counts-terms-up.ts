/**
 * A mistake in lab 3: enters the next term instead of the one it heard of.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-terms-up',
  mistake: 'enters the next term instead of the one it heard of',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: 'state.currentTerm = term;',
      replace: 'state.currentTerm++;',
    },
  ],
  caughtBy: ['hint-given-3'],
  says: /sent S\d+ AppendEntriesResults with term=\d+/,
};
