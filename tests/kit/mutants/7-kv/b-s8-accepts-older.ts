/** Installs a snapshot that is older than what it has applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S8-accepts-older',
  mistake: 'Installs a snapshot that is older than what it has applied.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (lastIncludedIndex > state.commitIndex) {',
      replace: '  if (lastIncludedIndex > 0) {',
    },
  ],
  caughtBy: [
    'install-15',
    'install-16',
    'a-snapshot-that-arrives-twice-is',
    'an-older-snapshot-that-arrives-behind-a',
  ],
  says: /commitIndex of S3 fell from|threw away/,
};
