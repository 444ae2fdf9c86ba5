/** Saves the commands of its entries only, and takes the terms from currentTerm. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-entries-without-terms',
  mistake: 'Saves the commands of its entries only, and takes the terms from currentTerm.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.push(...record.entries);\n',
      replace:
        '        const term = state.currentTerm;\n' +
        '        for (const {command} of record.entries) entries.push({term, command});\n',
    },
  ],
  caughtBy: ['restored-9', 'persist-2'],
  says: /started again without entry \d+\/\d+/,
};
