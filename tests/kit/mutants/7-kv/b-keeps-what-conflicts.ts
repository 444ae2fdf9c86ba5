/** Keeps what follows an entry of another term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-keeps-what-conflicts',
  mistake: 'Keeps what follows an entry of another term.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    if (state.log.termAt(lastIncludedIndex) === lastIncludedTerm) {',
      replace: '    if (state.log.lastIndex >= lastIncludedIndex) {',
    },
  ],
  caughtBy: ['install-6', 'install-7', 'crash-installing-over'],
  says: /snapshot ends with entry \d+\/\d, but the entry there is/,
};
