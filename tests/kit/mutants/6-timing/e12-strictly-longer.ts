/** Votes only for a log that is longer than its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E12-strictly-longer',
  mistake: 'Votes only for a log that is longer than its own.',
  lab: 6,
  file: 'election.ts',
  edits: [
    {
      find: 'lastLogIndex >= state.log.lastIndex);\n',
      replace: 'lastLogIndex > state.log.lastIndex);\n',
    },
  ],
  caughtBy: ['initial-election', 'concurrent-starts'],
  says: /No leader among/,
};
