/** Takes a snapshot after each entry once the state alone is above the limit. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K20-snapshot-when-large',
  mistake: 'Takes a snapshot after each entry once the state alone is above the limit.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'Math.max(snapshotBytes, 2 * this.snapshotSize)',
      replace: 'Math.max(snapshotBytes, 0 * this.snapshotSize)',
    },
  ],
  caughtBy: ['large-state'],
  says: /Too many snapshots: 41 of a disk that had hardly grown/,
};
