/** Saves a snapshot without term and vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-without-the-vote',
  mistake: 'Saves a snapshot without term and vote.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    const records: DiskRecord[] = [this.vote()];\n',
      replace: '    const records: DiskRecord[] = [];\n',
    },
  ],
  caughtBy: [
    'a-cluster-of-such-servers-elects-a',
    'a-server-begins-behind-its-snapshot',
    'a-server-that-was-sent-its-snapshot',
    'random-snapshots-three',
  ],
  says: /came back in term 0, though it was in term/,
};
