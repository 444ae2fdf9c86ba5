/** Takes a snapshot at ten times the limit. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K20-snapshot-too-late',
  mistake: 'Takes a snapshot at ten times the limit.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'Math.max(snapshotBytes, 2',
      replace: 'Math.max(10 * snapshotBytes, 2',
    },
  ],
  caughtBy: ['snapshot-size'],
  says: /Too many bytes on the disk of S\d: 9708, at most 8000 allowed for a/,
};
