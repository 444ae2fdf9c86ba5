/** Does not enter the later term of AppendEntries. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E26-later-term-not-entered',
  mistake: 'Does not enter the later term of AppendEntries.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n' +
        '  if (term < state',
      replace: '  if (term < state',
    },
  ],
  caughtBy: ['timer-6', 'figure-8-d'],
  says: /carries the sender's currentTerm/,
};
