/** Starts again with commitIndex 0, behind a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-commit-index-0',
  mistake: 'Starts again with commitIndex 0, behind a snapshot.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.commitIndex = state.lastApplied = snapshot.lastIncludedIndex;\n',
      replace: '        state.lastApplied = snapshot.lastIncludedIndex;\n',
    },
  ],
  caughtBy: [
    'a-cluster-of-such-servers-elects-a',
    'a-server-begins-behind-its-snapshot',
    'a-server-that-was-sent-its-snapshot',
    'random-snapshots-three',
  ],
  says: /lastApplied \d+ beyond its commitIndex 0/,
};
