/**
 * A mistake in lab 3: uses one object as nextIndex and as matchIndex.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-object-for-both',
  mistake: 'uses one object as nextIndex and as matchIndex',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  state.matchIndex = {};\n' +
        '  for',
      replace:
        '  state.matchIndex = state.nextIndex;\n' +
        '  for',
    },
  ],
  caughtBy: ['sender-1'],
  says: /threw RangeError: index must be whole and at least \d+, but is -\d+/,
};
