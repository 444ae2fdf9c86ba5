/** Starts behind a snapshot with the entries it had before. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-reset-keeps',
  mistake: 'Starts behind a snapshot with the entries it had before.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries = [];\n' +
        '    this.lastIncludedIndex = lastIncludedIndex;',
      replace: '    this.lastIncludedIndex = lastIncludedIndex;',
    },
  ],
  caughtBy: ['reset-2', 'reset-3', 'install-4'],
  says: /answers lastIndex with \d+ — it must be|must hold nothing behind the snapshot/,
};
