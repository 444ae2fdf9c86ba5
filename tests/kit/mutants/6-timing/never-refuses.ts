/** Says nothing to the reads that wait when it is deposed. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-refuses',
  mistake: 'Says nothing to the reads that wait when it is deposed.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    for (const {allow} of waiting) allow(false);\n',
      replace: '    waiting.length = 0;\n',
    },
  ],
  caughtBy: ['read-cut-off', 'read-paused', 'read-deposed'],
  says: /No refusal of/,
  golden: true,
};
