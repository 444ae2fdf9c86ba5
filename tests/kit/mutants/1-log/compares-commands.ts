/** takes an entry for the same if its command says the same, in whatever term */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'compares-commands',
  mistake: 'takes an entry for the same if its command says the same, in whatever term',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find:
        'this.entries[position]?.term === entries[offset]?.term',
      replace:
        'position < this.entries.length && ' +
        'JSON.stringify(this.entries[position]?.command) ===\n' +
        '      JSON.stringify(entries[offset]?.command)',
    },
  ],
  caughtBy: ['equal-commands'],
  says: /RaftLog/,
};
