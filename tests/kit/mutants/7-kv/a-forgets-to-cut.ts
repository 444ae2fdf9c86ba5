/** Starts again with the entries that were replaced in front of those that replaced them. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-forgets-to-cut',
  mistake: 'Starts again with the entries that were replaced in front of those that replaced them.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.length = record.from - firstIndex;\n',
      replace: '',
    },
  ],
  caughtBy: ['restored-11', 'told-10'],
  says: /started again without entry \d+\/\d+/,
};
