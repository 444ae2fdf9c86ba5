/**
 * A mistake in lab 3: writes the term of the request on every entry it takes.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stamps-the-term',
  mistake: 'writes the term of the request on every entry it takes',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
      replace:
        'state.log.appendEntries(\n' +
        '    prevLogIndex, prevLogTerm, entries.map(entry => ({...entry, term})),\n' +
        '  )',
    },
  ],
  caughtBy: ['receiver-13'],
  says: /must hold log/,
};
