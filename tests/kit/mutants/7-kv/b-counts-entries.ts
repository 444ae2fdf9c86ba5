/** Takes the number of entries it has left for its last index. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-counts-entries',
  mistake: 'Takes the number of entries it has left for its last index.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: 'return this.lastIncludedIndex + this.entries.length;',
      replace: 'return this.entries.length;',
    },
  ],
  caughtBy: ['discard-1', 'discard-2', 'reset-1'],
  says: /answers lastIndex with \d — it must be/,
};
