/** Compares the lengths of the logs only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E9-length-only',
  mistake: 'Compares the lengths of the logs only.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isUpToDate = lastLogTerm > state.log.lastTerm\n' +
        '    || (lastLogTerm === state.log.lastTerm && lastLogIndex >= ' +
        'state.log.lastIndex);\n',
      replace: '  const isUpToDate = lastLogTerm >= 0 && lastLogIndex >= state.log.lastIndex;\n',
    },
  ],
  caughtBy: ['up-to-date-10', 'figure-7-4'],
  says: /must refuse|must grant it/,
};
