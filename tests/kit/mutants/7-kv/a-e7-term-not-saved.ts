/** Saves the vote, and never the term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-E7-term-not-saved',
  mistake: 'Saves the vote, and never the term.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.currentTerm = record.currentTerm;\n',
      replace: '',
    },
  ],
  caughtBy: ['restored-2', 'later-term', 'persist-2'],
  says: /came back in term \d+, though it was in term \d+/,
};
