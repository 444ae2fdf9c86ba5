/** Takes a snapshot after each entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K20-always-a-snapshot',
  mistake: 'Takes a snapshot after each entry.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'return storedBytes > Math.max(snapshotBytes, 2 * this.snapshotSize);',
      replace: 'return storedBytes + this.snapshotSize > 0;',
    },
  ],
  caughtBy: ['large-state'],
  says: /Too many snapshots: 41 of a disk that had hardly grown/,
};
