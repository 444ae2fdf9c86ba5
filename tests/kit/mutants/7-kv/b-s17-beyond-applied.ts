/** Takes a snapshot of entries that were not applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S17-beyond-applied',
  mistake: 'Takes a snapshot of entries that were not applied.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (index <= state.log.lastIncludedIndex || index > state.lastApplied) ' +
        'return;',
      replace: '  if (index <= state.log.lastIncludedIndex) return;',
    },
  ],
  caughtBy: ['take-6', 'take-7'],
  says: /but no server has applied more than index 6/,
};
