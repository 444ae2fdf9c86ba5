/** Cannot back up over the beginning of a log that a snapshot replaced. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-hint-needs-a-term',
  mistake: 'Cannot back up over the beginning of a log that a snapshot replaced.',
  lab: 7,
  file: 'replication.ts',
  edits: [
    {
      find: '  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) ' +
        'last--;\n',
      replace: '  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) ' +
        'last--;\n' +
        '  last = Math.max(last, state.log.lastIncludedIndex);\n',
    },
  ],
  caughtBy: ['it-wins-an-election-leads-and-passes'],
  says: /No agreement on/,
};
