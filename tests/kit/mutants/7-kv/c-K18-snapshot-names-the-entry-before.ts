/** Names the entry before the one whose state the snapshot holds. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K18-snapshot-names-the-entry-before',
  mistake: 'Names the entry before the one whose state the snapshot holds.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'this.raft.takeSnapshot(index, data);',
      replace: 'this.raft.takeSnapshot(index - 1, data);',
    },
  ],
  caughtBy: ['exact-snapshot'],
  says: /Redis-cli was told 8 when it asked for append "a" to "x" — it must be/,
};
