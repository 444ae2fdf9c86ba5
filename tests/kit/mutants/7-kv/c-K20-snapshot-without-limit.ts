/** Takes snapshots where no limit is set. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K20-snapshot-without-limit',
  mistake: 'Takes snapshots where no limit is set.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        'if (snapshotBytes === null || storedBytes === this.storedAtSnapshot) return ' +
        'false;\n' +
        '    return storedBytes > Math.max(snapshotBytes,',
      replace:
        'if (storedBytes === this.storedAtSnapshot) return false;\n' +
        '    return storedBytes > Math.max(snapshotBytes ?? 1_000,',
    },
  ],
  caughtBy: ['no-limit'],
  says: /S\d has lastIncludedIndex 41 — it must be 0\./,
};
