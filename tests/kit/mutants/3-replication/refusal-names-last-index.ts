/**
 * A mistake in lab 3: says in a refusal how long its log is, not what it refuses.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refusal-names-last-index',
  mistake: 'says in a refusal how long its log is, not what it refuses',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'return {term, success: false, prevLogIndex, conflictIndex: state.log.lastIndex + 1};',
      replace:
        'return {\n' +
        '      term, success: false, prevLogIndex: state.log.lastIndex, conflictIndex: ' +
        'state.log.lastIndex + 1,\n' +
        '    };',
    },
  ],
  caughtBy: ['receiver-5'],
  says: /refused prevLogIndex \d+, but was asked about \d+/,
};
