/**
 * A mistake in lab 3: says in a refusal where the conflict begins, not what it refuses.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refusal-names-the-conflict',
  mistake: 'says in a refusal where the conflict begins, not what it refuses',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'return {term, success: false, prevLogIndex, conflictTerm, conflictIndex};',
      replace:
        'return {term, success: false, prevLogIndex: conflictIndex, conflictTerm, ' +
        'conflictIndex};',
    },
  ],
  caughtBy: ['receiver-6'],
  says: /refused prevLogIndex \d+, but was asked about \d+/,
};
