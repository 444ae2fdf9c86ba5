/** Starts again with the snapshot, but not with a log behind it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-log-not-behind',
  mistake: 'Starts again with the snapshot, but not with a log behind it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.log.resetTo(snapshot.lastIncludedIndex, ' +
        'snapshot.lastIncludedTerm);\n',
      replace: '',
    },
  ],
  caughtBy: [
    'a-cluster-of-such-servers-elects-a',
    'a-server-that-was-sent-its-snapshot',
    'crash-installing-first',
  ],
  says: /has commitIndex \d, but its log ends at index/,
};
