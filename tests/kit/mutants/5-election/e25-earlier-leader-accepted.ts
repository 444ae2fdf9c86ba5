/** Accepts AppendEntries of a leader of an earlier term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E25-earlier-leader-accepted',
  mistake: 'Accepts AppendEntries of a leader of an earlier term.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (term < state.currentTerm) return {term: state.currentTerm, success: ' +
        'false, prevLogIndex};\n',
      replace: '',
    },
  ],
  caughtBy: ['earlier-leader', 'returning-leader'],
  says: /carries the sender's currentTerm|cut its log from index/,
};
