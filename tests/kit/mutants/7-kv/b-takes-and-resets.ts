/** Throws the whole log away with every snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-takes-and-resets',
  mistake: 'Throws the whole log away with every snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.log.discardThrough(index);\n' +
        '  state.snapshot = {lastIncludedIndex: index',
      replace: '  state.log.resetTo(index, lastIncludedTerm);\n' +
        '  state.snapshot = {lastIncludedIndex: index',
    },
  ],
  caughtBy: ['take-1', 'take-2', 'needs-1', 'random-snapshots-three'],
  says: /Leader Append-Only is broken/,
};
