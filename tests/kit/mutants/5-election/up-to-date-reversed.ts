/** Votes for logs that are older than its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'up-to-date-reversed',
  mistake: 'Votes for logs that are older than its own.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isUpToDate = lastLogTerm > state.log.lastTerm\n' +
        '    || (lastLogTerm === state.log.lastTerm && lastLogIndex >= ' +
        'state.log.lastIndex);\n',
      replace: '  const isUpToDate = lastLogTerm < state.log.lastTerm\n' +
        '    || (lastLogTerm === state.log.lastTerm && lastLogIndex <= ' +
        'state.log.lastIndex);\n',
    },
  ],
  caughtBy: ['up-to-date-3', 'up-to-date-8'],
  says: /must grant it|must refuse/,
};
