/** Forgets the term of the last entry in the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S3-term-lost',
  mistake: 'Forgets the term of the last entry in the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    this.lastIncludedIndex = index;\n' +
        '    this.lastIncludedTerm = term;\n',
      replace: '    this.lastIncludedIndex = index;\n',
    },
  ],
  caughtBy: ['discard-1', 'discard-3'],
  says: /answers lastIncludedTerm with 0 — it must be/,
};
