/** Takes nothing of a request that begins in the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-drops-all-of-such-a-request',
  mistake: 'Takes nothing of a request that begins in the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    let position = this.positionOf(prevLogIndex + 1);',
      replace: '    if (prevLogIndex < this.lastIncludedIndex) return true;\n' +
        '    let position = this.positionOf(prevLogIndex + 1);',
    },
  ],
  caughtBy: ['behind-6', 'behind-7', 'random-snapshots-three'],
  says: /answers last(?:Index|Term) with \d — it must be|with matchIndex=\d+ — a success vouches/,
};
