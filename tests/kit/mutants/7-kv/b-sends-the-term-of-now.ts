/** Sends a snapshot with the current term as the term of its last entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-sends-the-term-of-now',
  mistake: 'Sends a snapshot with the current term as the term of its last entry.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  return {term: currentTerm, leaderId: server.self, ...snapshot};',
      replace: '  return {\n' +
        '    term: currentTerm, leaderId: server.self, ...snapshot, ' +
        'lastIncludedTerm: currentTerm,\n' +
        '  };',
    },
  ],
  caughtBy: [
    'needs-1',
    'needs-2',
    'it-wins-an-election-leads-and-passes',
    'random-snapshots-three',
  ],
  says: /name the last entry in the snapshot/,
};
