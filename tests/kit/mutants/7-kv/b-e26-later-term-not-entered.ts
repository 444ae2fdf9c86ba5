/** Does not enter the later term of a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-E26-later-term-not-entered',
  mistake: 'Does not enter the later term of a snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n' +
        '  if (term < state.currentTerm) return',
      replace: '  if (term < state.currentTerm) return',
    },
  ],
  caughtBy: ['install-1', 'install-2', 'sender-3'],
  says: /a message carries the sender's currentTerm/,
};
