/** Starts again with one old entry left before those that replaced it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-cuts-one-less',
  mistake: 'Starts again with one old entry left before those that replaced it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.length = record.from - firstIndex;\n',
      replace:
        '        entries.length = Math.min(entries.length, record.from - firstIndex + 1);\n',
    },
  ],
  caughtBy: ['restored-11'],
  says: /started again without entry \d+\/\d+/,
};
