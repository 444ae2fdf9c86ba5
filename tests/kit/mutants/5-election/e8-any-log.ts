/** Votes for any log, however old. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E8-any-log',
  mistake: 'Votes for any log, however old.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isUpToDate = lastLogTerm > state.log.lastTerm\n' +
        '    || (lastLogTerm === state.log.lastTerm && lastLogIndex >= ' +
        'state.log.lastIndex);\n',
      replace: '  const isUpToDate = lastLogTerm >= 0 && lastLogIndex >= 0;\n',
    },
  ],
  caughtBy: ['complete', 'up-to-date-9', 'random-five'],
  says: /Leader Completeness is broken|must refuse/,
};
