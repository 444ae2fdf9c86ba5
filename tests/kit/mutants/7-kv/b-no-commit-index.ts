/** Does not take what a snapshot holds as committed and applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-no-commit-index',
  mistake: 'Does not take what a snapshot holds as committed and applied.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    state.commitIndex = state.lastApplied = lastIncludedIndex;\n',
      replace: '',
    },
  ],
  caughtBy: ['install-1', 'install-2'],
  says: /has commitIndex \d, and it must be/,
};
