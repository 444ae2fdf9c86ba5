/** Starts behind a snapshot without its last term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-reset-without-term',
  mistake: 'Starts behind a snapshot without its last term.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries = [];\n' +
        '    this.lastIncludedIndex = lastIncludedIndex;\n' +
        '    this.lastIncludedTerm = lastIncludedTerm;\n',
      replace: '    this.entries = [];\n' +
        '    this.lastIncludedIndex = lastIncludedIndex;\n',
    },
  ],
  caughtBy: ['reset-1', 'reset-2', 'install-1'],
  says: /answers lastIncludedTerm with \d — it must be 3|snapshot ends with entry .\/0/,
};
