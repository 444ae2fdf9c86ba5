/**
 * A mistake in lab 3: asks only whether an entry is there at prevLogIndex, not of which term.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R1-no-term-check',
  mistake: 'asks only whether an entry is there at prevLogIndex, not of which term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
      replace:
        'state.log.appendEntries(prevLogIndex, state.log.termAt(prevLogIndex) ?? ' +
        'prevLogTerm, entries)',
    },
  ],
  caughtBy: ['receiver-7'],
  says: /accepted entries after \d+\/\d+/,
};
