/**
 * A mistake in lab 3: uses conflictIndex only if there is a conflictTerm.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-only-with-a-term',
  mistake: 'uses conflictIndex only if there is a conflictTerm',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  let last = prevLogIndex - 1;\n' +
        '  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) last--;\n',
      replace:
        '  let last = prevLogIndex - 1;\n' +
        '  if (conflictTerm !== undefined) {\n' +
        '    while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) last--;\n' +
        '  }\n',
    },
  ],
  caughtBy: ['hint-used-4'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
};
