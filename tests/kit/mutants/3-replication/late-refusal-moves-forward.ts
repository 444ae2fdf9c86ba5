/**
 * A mistake in lab 3: takes every refusal for an answer to its last request.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'late-refusal-moves-forward',
  mistake: 'takes every refusal for an answer to its last request',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (prevLogIndex !== nextIndex - 1) return;\n',
      replace: '  void nextIndex;\n',
    },
  ],
  caughtBy: ['results-11'],
  says: /has nextIndex \d+ for S\d+, not from \d+ to \d+/,
};
