/** Asks for a last term and a length that are both at least its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E11-term-and-length',
  mistake: 'Asks for a last term and a length that are both at least its own.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isUpToDate = lastLogTerm > state.log.lastTerm\n' +
        '    || (lastLogTerm === state.log.lastTerm && lastLogIndex >= ' +
        'state.log.lastIndex);\n',
      replace: '  const isUpToDate = lastLogTerm >= state.log.lastTerm && lastLogIndex >= ' +
        'state.log.lastIndex;\n',
    },
  ],
  caughtBy: ['up-to-date-6', 'figure-7-4'],
  says: /must grant it/,
};
