/** Does not wait until an entry of its own term is committed. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-entry-of-its-term',
  mistake: 'Does not wait until an entry of its own term is committed.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const index = Math.max(state.commitIndex, this.firstIndexOfTerm);\n',
      replace: '    const index = state.commitIndex;\n',
    },
  ],
  caughtBy: ['read-new-leader', 'read-leads-again'],
  says: /Linearizability is broken/,
};
