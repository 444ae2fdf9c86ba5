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
    'a-server-begins-behind-its-snapshot',
    'a-server-that-was-sent-its-snapshot',
    'random-snapshots-three',
  ],
  says: /Persistence is broken: \w+ (?:acknowledged|committed) index \d+.* and started again with/,
};
