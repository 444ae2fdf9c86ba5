/**
 * A mistake in lab 3: backs up by one entry, whatever the hint.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R18-one-by-one',
  mistake: 'backs up by one entry, whatever the hint',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  let last = prevLogIndex - 1;\n' +
        '  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) last--;\n',
      replace:
        '  void conflictTerm, conflictIndex;\n' +
        '  const last = prevLogIndex - 1;\n',
    },
  ],
  caughtBy: ['backup-2', 'hint-used-6'],
  says: /Too many AppendEntries:|has nextIndex \d+ for S\d+, not from \d+ to \d+/,
  golden: true,
};
