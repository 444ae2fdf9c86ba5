/**
 * A mistake in lab 3: takes conflictIndex for the entry before the new ones.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'before-the-first-entry',
  mistake: 'takes conflictIndex for the entry before the new ones',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  let last = prevLogIndex - 1;\n' +
        '  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) last--;\n',
      replace:
        '  void conflictTerm;\n' +
        '  const last = conflictIndex - 2;\n',
    },
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  state.nextIndex[from] = matchIndex > 0 ? Math.max(last, matchIndex) + 1 : ' +
        'last + 1;\n',
    },
  ],
  caughtBy: ['results-7'],
  says: /threw RangeError: index must be whole and at least \d+, but is -\d+/,
};
