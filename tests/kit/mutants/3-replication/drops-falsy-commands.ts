/**
 * A mistake in lab 3: leaves out entries whose command is falsy.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'drops-falsy-commands',
  mistake: 'leaves out entries whose command is falsy',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
      replace:
        'state.log.appendEntries(\n' +
        '    prevLogIndex, prevLogTerm, entries.filter(entry => entry.command),\n' +
        '  )',
    },
  ],
  caughtBy: ['json'],
  says: /Log Matching is broken/,
};
