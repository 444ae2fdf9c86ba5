/**
 * A mistake in lab 3: does not enter a later term.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E26-later-term-not-entered',
  mistake: 'does not enter a later term',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: 'if (term > server.state.currentTerm) becomeFollower(server, term);',
      replace: 'void server, term;',
    },
  ],
  caughtBy: ['receiver-7'],
  says: /sent S\d+ AppendEntriesResults with term=\d+/,
};
