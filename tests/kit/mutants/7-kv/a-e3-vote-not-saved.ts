/** Saves the term, and never the vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-E3-vote-not-saved',
  mistake: 'Saves the term, and never the vote.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    return {currentTerm, votedFor};\n',
      replace: '    return {currentTerm, votedFor: null};\n',
    },
  ],
  caughtBy: ['told-1', 'voter-starts-again', 'candidate-starts-again'],
  says: /came back in term \d+ with votedFor \w+, though it voted for S\d/,
};
