/** A new leader refuses to be read until an entry of its term is committed. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-at-first',
  mistake: 'A new leader refuses to be read until an entry of its term is committed.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const index = Math.max(state.commitIndex, this.firstIndexOfTerm);\n',
      replace: '    if (state.commitIndex < this.firstIndexOfTerm) return ' +
        'Promise.resolve(false);\n' +
        '    const index = state.commitIndex;\n',
    },
  ],
  caughtBy: ['read-no-writes'],
  says: /refused a read/,
};
