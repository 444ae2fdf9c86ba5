/**
 * A mistake in lab 3: takes a leader of an earlier term for its leader.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stale-leader-remembered',
  mistake: 'takes a leader of an earlier term for its leader',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  observeTerm(server, term);\n' +
        '  if (term < state.currentTerm) return',
      replace:
        '  observeTerm(server, term);\n' +
        '  state.leaderId = request.leaderId;\n' +
        '  if (term < state.currentTerm) return',
    },
  ],
  caughtBy: ['terms-5'],
  says: /must have leaderId null now, and has S\d+/,
};
