/** Appends the entry that does nothing only the first time it leads. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-op-once',
  mistake: 'Appends the entry that does nothing only the first time it leads.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    this.firstIndexOfTerm = this.server.append(null);\n',
      replace: '    if (this.firstIndexOfTerm === 0) this.firstIndexOfTerm = ' +
        'this.server.append(null);\n',
    },
  ],
  caughtBy: ['read-leads-again'],
  says: /Linearizability is broken/,
};
