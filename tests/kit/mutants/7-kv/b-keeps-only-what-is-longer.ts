/** Keeps the log only if it is longer than the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-keeps-only-what-is-longer',
  mistake: 'Keeps the log only if it is longer than the snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    if (state.log.termAt(lastIncludedIndex) === lastIncludedTerm) {',
      replace: '    if (state.log.lastIndex > lastIncludedIndex) {',
    },
  ],
  caughtBy: ['install-7', 'install-8', 'crash-installing-over'],
  says: /snapshot ends with entry .\/2, but the entry there is .\/3/,
};
