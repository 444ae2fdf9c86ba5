/**
 * A mistake in lab 3: says nothing where it should refuse.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-refuses',
  mistake: 'says nothing where it should refuse',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  const conflictTerm = state.log.termAt(prevLogIndex);\n',
      replace:
        '  if (term > 0) return undefined;\n' +
        '  const conflictTerm = state.log.termAt(prevLogIndex);\n',
    },
  ],
  caughtBy: ['figure7-5'],
  says: /has log \(terms\)/,
};
