/** adds all entries of a request by one push(...entries), which a very long one breaks */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'adds-by-spreading',
  mistake: 'adds all entries of a request by one push(...entries), which a very long one breaks',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find:
        'for (const entry of added) this.entries.push(entry);',
      replace:
        'this.entries.push(...added);',
    },
  ],
  caughtBy: ['long-request'],
  says: /RaftLog answered appendEntries\(1, 1, entries\)/,
};
