/** Compares the last terms only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E10-term-only',
  mistake: 'Compares the last terms only.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isUpToDate = lastLogTerm > state.log.lastTerm\n' +
        '    || (lastLogTerm === state.log.lastTerm && lastLogIndex >= ' +
        'state.log.lastIndex);\n',
      replace: '  const isUpToDate = lastLogIndex >= 0 && lastLogTerm >= state.log.lastTerm;\n',
    },
  ],
  caughtBy: ['up-to-date-9', 'figure-7-5', 'random-three'],
  says: /must refuse|Leader Completeness is broken/,
};
