/** Answers at once and installs the snapshot a little later. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S7-later',
  mistake: 'Answers at once and installs the snapshot a little later.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (lastIncludedIndex > state.commitIndex) {',
      replace: '  setTimeout(() => {\n' +
        '    if (lastIncludedIndex <= state.commitIndex) return;',
    },
    {
      find: '    state.commitIndex = state.lastApplied = lastIncludedIndex;\n' +
        '  }\n',
      replace: '    state.commitIndex = state.lastApplied = lastIncludedIndex;\n' +
        '  }, 0);\n',
    },
  ],
  caughtBy: ['install-1', 'install-2', 'sender-1', 'random-snapshots-three'],
  says: /results speak of what is there now/,
};
