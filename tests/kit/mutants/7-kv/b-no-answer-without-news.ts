/** Does not answer a snapshot that is no news. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-no-answer-without-news',
  mistake: 'Does not answer a snapshot that is no news.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (lastIncludedIndex > state.commitIndex) {',
      replace: '  if (lastIncludedIndex <= state.commitIndex) return undefined;\n' +
        '  if (lastIncludedIndex > state.commitIndex) {',
    },
  ],
  caughtBy: ['install-13', 'install-14'],
  says: /did not answer an InstallSnapshot/,
};
