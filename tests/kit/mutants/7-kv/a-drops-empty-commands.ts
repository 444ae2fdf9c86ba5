/** Starts again without the entries whose command is null, false, 0 or empty. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-drops-empty-commands',
  mistake: 'Starts again without the entries whose command is null, false, 0 or empty.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.push(...record.entries);\n',
      replace:
        '        entries.push(...record.entries.filter(({command}) => Boolean(command)));\n',
    },
  ],
  caughtBy: ['restored-14', 'told-13'],
  says: /started again without entry \d+\/\d+/,
};
