/**
 * A mistake in lab 3: does not move back if the refusal carries no hint.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'needs-a-hint',
  mistake: 'does not move back if the refusal carries no hint',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (prevLogIndex !== nextIndex - 1) return;\n',
      replace:
        '  if (prevLogIndex !== nextIndex - 1) return;\n' +
        '  if (results.conflictIndex === undefined) return;\n',
    },
  ],
  caughtBy: ['results-6'],
  says: /has nextIndex \d+ for S\d+, not from \d+ to \d+/,
};
