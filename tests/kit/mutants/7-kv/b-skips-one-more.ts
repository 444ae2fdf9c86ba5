/** Skips one entry too many of a request that begins in the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-skips-one-more',
  mistake: 'Skips one entry too many of a request that begins in the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    let offset = Math.max(0, -position);',
      replace: '    let offset = position < 0 ? 1 - position : 0;',
    },
  ],
  caughtBy: ['behind-7', 'random-snapshots-three'],
  says: new RegExp([
    'answers termAt\\(5\\) with 3 — it must be 4',
    'learnCommitIndex .* log\\.entries\\[0\\] is undefined',
  ].join('|')),
};
