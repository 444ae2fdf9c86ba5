/** Allows a read as soon as it is confirmed, applied or not. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'confirmed-is-enough',
  mistake: 'Allows a read as soon as it is confirmed, applied or not.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    this.confirmed.push(...this.confirming);\n',
      replace: '    for (const {allow} of this.confirming) allow(true);\n',
    },
  ],
  caughtBy: ['read-new-leader', 'read-leads-again'],
  says: /Linearizability is broken/,
};
