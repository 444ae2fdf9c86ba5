/** Starts again behind its snapshot, but without it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-snapshot-not-restored',
  mistake: 'Starts again behind its snapshot, but without it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.snapshot = snapshot;\n',
      replace: '',
    },
  ],
  caughtBy: [
    'a-cluster-of-such-servers-elects-a',
    'a-server-begins-behind-its-snapshot',
    'a-server-that-was-sent-its-snapshot',
    'random-snapshots-three',
  ],
  says: /started again with a snapshot up to index 0|and skipped index 1 /,
};
