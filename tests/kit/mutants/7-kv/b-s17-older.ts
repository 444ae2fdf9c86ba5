/** Takes an older snapshot for a new one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S17-older',
  mistake: 'Takes an older snapshot for a new one.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  const lastIncludedTerm = state.log.termAt(index);\n' +
        '  if (index <= state.log.lastIncludedIndex || index > state.lastApplied) ' +
        'return;\n' +
        '  if (lastIncludedTerm === undefined) return;\n',
      replace: '  const lastIncludedTerm = state.log.termAt(index) ?? state.currentTerm;\n' +
        '  if (index > state.lastApplied) return;\n',
    },
  ],
  caughtBy: ['take-5'],
  says: /has one up to index 1, and must have one up to index 2/,
};
