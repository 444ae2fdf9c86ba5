/**
 * A mistake in lab 3: uses conflictIndex only if there is no conflictTerm.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-only-without-a-term',
  mistake: 'uses conflictIndex only if there is no conflictTerm',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  let last = prevLogIndex - 1;\n' +
        '  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) last--;\n',
      replace:
        '  const last = conflictTerm === undefined ? Math.min(conflictIndex, ' +
        'prevLogIndex) - 1 : prevLogIndex - 1;\n',
    },
  ],
  caughtBy: ['hint-used-2'],
  says: /has nextIndex \d+ for S\d+, not from \d+ to \d+/,
};
