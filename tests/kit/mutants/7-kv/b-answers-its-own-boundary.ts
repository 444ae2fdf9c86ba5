/** Answers with the end of its own snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-answers-its-own-boundary',
  mistake: 'Answers with the end of its own snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  return {term, lastIncludedIndex};\n',
      replace: '  return {term, lastIncludedIndex: state.log.lastIncludedIndex};\n',
    },
  ],
  caughtBy: [
    'install-13',
    'install-14',
    'an-older-snapshot-that-arrives-behind-a',
    'random-snapshots-three',
  ],
  says: /answered lastIncludedIndex \d+ to a snapshot up to/,
};
