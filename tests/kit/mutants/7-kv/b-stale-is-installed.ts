/** Follows a leader of an earlier term that sends a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-stale-is-installed',
  mistake: 'Follows a leader of an earlier term that sends a snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (term < state.currentTerm) return {term: state.currentTerm, ' +
        'lastIncludedIndex: 0};\n',
      replace: '',
    },
  ],
  caughtBy: ['sender-7', 'sender-8', 'a-snapshot-of-an-earlier-term-is'],
  says: /a message carries the sender's currentTerm/,
};
