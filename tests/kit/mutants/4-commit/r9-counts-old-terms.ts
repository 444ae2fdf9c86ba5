/**
 * A mistake in lab 4: commits entries of earlier terms by counting their replicas.
 *
 * Paper: §5.4.2, Figure 8. It takes a crash of two leaders at the right moment to lose such an
 * entry.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R9-counts-old-terms',
  mistake: 'commits entries of earlier terms by counting their replicas',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {',
      replace: 'if (index > state.commitIndex) {',
    },
  ],
  caughtBy: ['figure-8-d', 'figure-8-e', 'own-term-3', 'random'],
  says: /S\d leads term \d+ and committed \d+\/\d+, an entry of term \d+, by counting/,
  golden: true,
};
