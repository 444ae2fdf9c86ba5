/** Does not take what a snapshot holds as applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-no-last-applied',
  mistake: 'Does not take what a snapshot holds as applied.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    state.commitIndex = state.lastApplied = lastIncludedIndex;\n',
      replace: '    state.commitIndex = lastIncludedIndex;\n',
    },
  ],
  caughtBy: ['install-1', 'install-2'],
  says: /has lastApplied \d, and it must be/,
};
