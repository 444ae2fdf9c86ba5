/** Never takes a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K20-never-a-snapshot',
  mistake: 'Never takes a snapshot.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: '    if (this.isSnapshotDue()) this.saveSnapshot(index);\n',
      replace: '    if (this.isSnapshotDue() && index < 0) this.saveSnapshot(index);\n',
    },
  ],
  caughtBy: ['snapshot-size', 'snapshot-rpc'],
  says: new RegExp([
    'Too many bytes on the disk of S\\d: 9708, at most 8000 allowed for a',
    'Too many bytes on the disk of S\\d: 9299, at most 8000 allowed for a',
  ].join('|')),
  golden: true,
};
