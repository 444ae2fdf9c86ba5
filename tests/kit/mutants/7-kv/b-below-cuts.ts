/** Throws its entries away when a request begins in the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-below-cuts',
  mistake: 'Throws its entries away when a request begins in the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    position += offset;\n',
      replace: '    position += offset;\n' +
        '    if (offset > 0) this.entries.length = 0;\n',
    },
  ],
  caughtBy: ['behind-5', 'behind-8', 'random-snapshots-three'],
  says: /answers lastIndex with 4 — it must be 6|cut its log from index/,
};
