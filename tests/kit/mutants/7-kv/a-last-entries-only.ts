/** Starts again with the entries of its newest record only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-last-entries-only',
  mistake: 'Starts again with the entries of its newest record only.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        entries.length = record.from - firstIndex;\n',
      replace: '        entries.length = 0;\n',
    },
  ],
  caughtBy: ['restored-10', 'applies-again'],
  says: /started again without entry \d+\/\d+/,
};
