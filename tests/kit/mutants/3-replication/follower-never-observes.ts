/**
 * A mistake in lab 3: does not look at the term of a request.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'follower-never-observes',
  mistake: 'does not look at the term of a request',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  const {term, prevLogIndex, prevLogTerm, entries} = request;\n' +
        '  observeTerm(server, term);\n',
      replace: '  const {term, prevLogIndex, prevLogTerm, entries} = request;\n',
    },
  ],
  caughtBy: ['twice'],
  says: /sent S\d+ AppendEntriesResults with term=\d+/,
};
