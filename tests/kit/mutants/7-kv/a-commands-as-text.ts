/** Saves commands as text, and starts again with the text. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-commands-as-text',
  mistake: 'Saves commands as text, and starts again with the text.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.push(...record.entries);\n',
      replace:
        '        for (const {term, command} of record.entries) {\n' +
        "          entries.push({term, command: typeof command === 'number' ? " +
        '`${command}` : command});\n' +
        '        }\n',
    },
  ],
  caughtBy: ['restored-14', 'persist-1'],
  says: /another command at index \d/,
};
