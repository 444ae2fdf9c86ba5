/** Resolves a read to an index instead of true or false. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'answers-an-index',
  mistake: 'Resolves a read to an index instead of true or false.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    for (const {allow} of allowed) allow(true);\n',
      replace: '    for (const {allow} of allowed) (allow as (given: number) => ' +
        'void)(lastApplied);\n',
    },
  ],
  caughtBy: ['read'],
  says: /resolved to \d+: it says true, or false/,
};
