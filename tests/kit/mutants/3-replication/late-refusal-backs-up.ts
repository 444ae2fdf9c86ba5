/**
 * A mistake in lab 3: backs up by one for every refusal, late ones as well.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'late-refusal-backs-up',
  mistake: 'backs up by one for every refusal, late ones as well',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (prevLogIndex !== nextIndex - 1) return;\n',
      replace: '',
    },
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  state.nextIndex[from] = Math.max(Math.min(last + 1, nextIndex - 1), matchIndex + 1);\n',
    },
  ],
  caughtBy: ['results-12', 'results-13'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
  golden: true,
};
