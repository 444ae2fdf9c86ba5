/** Starts again with one entry less before each that was appended. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-cuts-one-more',
  mistake: 'Starts again with one entry less before each that was appended.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.length = record.from - firstIndex;\n',
      replace: '        entries.length = Math.max(0, record.from - firstIndex - 1);\n',
    },
  ],
  caughtBy: ['restored-10', 'applies-again', 'persist-1'],
  says: /started again without entry \d+\/\d+/,
};
