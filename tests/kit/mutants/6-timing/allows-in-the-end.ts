/** Allows the reads that wait when it is deposed. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'allows-in-the-end',
  mistake: 'Allows the reads that wait when it is deposed.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    for (const {allow} of waiting) allow(false);\n',
      replace: '    for (const {allow} of waiting) allow(true);\n',
    },
  ],
  caughtBy: ['read-cut-off', 'read-deposed'],
  says: /Linearizability is broken|nobody had answered/,
};
