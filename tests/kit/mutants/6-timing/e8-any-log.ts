/** Votes for a candidate whatever its log is like. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E8-any-log',
  mistake: 'Votes for a candidate whatever its log is like.',
  lab: 6,
  file: 'election.ts',
  edits: [
    {
      find: '  const voteGranted = term === state.currentTerm && isFree && isUpToDate;\n',
      replace: '  const voteGranted = term === state.currentTerm && isFree;\n',
    },
  ],
  caughtBy: ['backup', 'fail-agree'],
  says: /must refuse a log that is less up to date/,
};
