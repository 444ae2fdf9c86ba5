/**
 * A mistake in lab 3: compares a refusal with nextIndex instead of the entry before it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'waits-for-another-refusal',
  mistake: 'compares a refusal with nextIndex instead of the entry before it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (prevLogIndex !== nextIndex - 1) return;\n',
      replace: '  if (prevLogIndex !== nextIndex) return;\n',
    },
  ],
  caughtBy: ['backup-1'],
  says: /has another log than S\d+ from index \d+ on/,
};
