/**
 * A mistake in lab 3: remembers the leader only if its entries fit.
 *
 * Paper: Figure 2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-id-on-success',
  mistake: 'remembers the leader only if its entries fit',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.leaderId = request.leaderId;\n',
      replace: '',
    },
    {
      find: '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n',
      replace:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    state.leaderId = request.leaderId;\n',
    },
  ],
  caughtBy: ['terms-3'],
  says: /must have leaderId S\d+ now, and has null/,
};
