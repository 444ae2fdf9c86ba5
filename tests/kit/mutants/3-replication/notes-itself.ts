/**
 * A mistake in lab 3: notes the success of a follower under its own name.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'notes-itself',
  mistake: 'notes the success of a follower under its own name',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace: '    state.matchIndex[server.self] = Math.max(matchIndex, results.matchIndex);\n',
    },
  ],
  caughtBy: ['a-command-reaches-every-follower'],
  says: /has matchIndex \d+ for S\d+/,
};
