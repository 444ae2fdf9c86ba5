/**
 * A mistake in lab 4: sorts indexes with sort() alone, which compares them as text.
 *
 * Trap: In JavaScript "10" comes before "9". Logs of nine entries never show it.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'sorts-as-text',
  mistake: 'sorts indexes with sort() alone, which compares them as text',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'replicated.sort((a, b) => b - a);',
      replace: 'replicated.sort().reverse();',
    },
  ],
  caughtBy: ['majority-12', 'random', 'random-of-four'],
  says: /S\d committed 1[01]\/\d+, which only .* no majority/,
  golden: true,
};
