/** compares terms as text, so that term 9 is later than term 10 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'terms-as-text',
  mistake: 'compares terms as text, so that term 9 is later than term 10',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find:
        'if (term > server.state.currentTerm) becomeFollower(server, term);',
      replace:
        'if (String(term) > String(server.state.currentTerm)) becomeFollower(server, term);',
    },
  ],
  caughtBy: ['many-leaders-of-seven', 'many-digits'],
  says: /a message carries the sender's currentTerm|AppendEntriesResults/,
};
