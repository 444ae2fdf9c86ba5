/** Starts again with the oldest term and vote of its disk. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-first-vote-counts',
  mistake: 'Starts again with the oldest term and vote of its disk.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '        state.currentTerm = record.currentTerm;\n' +
        '        state.votedFor = record.votedFor;\n',
      replace:
        '        if (state.currentTerm === 0) state.currentTerm = record.currentTerm;\n' +
        '        state.votedFor ??= record.votedFor;\n',
    },
  ],
  caughtBy: ['restored-4', 'later-term'],
  says: /came back in term \d+, though it was in term \d+/,
};
