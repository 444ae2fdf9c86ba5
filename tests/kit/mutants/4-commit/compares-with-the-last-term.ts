/**
 * A mistake in lab 4: compares with the term of the last entry, not with currentTerm.
 *
 * Paper: §5.4.2. The two differ until the leader appends something of its own.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'compares-with-the-last-term',
  mistake: 'compares with the term of the last entry, not with currentTerm',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {',
      replace: 'if (index > state.commitIndex && state.log.termAt(index) === state.log.lastTerm) {',
    },
  ],
  caughtBy: ['figure-8-d', 'own-term-1', 'all-crashed'],
  says: /S\d leads term \d and committed \d\/[12], an entry of term [12], by counting/,
};
