/** takes an entry for another one if its command is another object, though it says the same */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'compares-objects',
  mistake:
    'takes an entry for another one if its command is another object, though it says the same',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find:
        'this.entries[position]?.term === entries[offset]?.term',
      replace:
        'this.entries[position]?.term === entries[offset]?.term &&\n' +
        '      this.entries[position]?.command === entries[offset]?.command',
    },
  ],
  caughtBy: ['late-objects'],
  says: /only a conflict cuts/,
};
