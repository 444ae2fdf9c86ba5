/** Throws its whole log away, though it has the last entry of the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S10-drops-what-follows',
  mistake: 'Throws its whole log away, though it has the last entry of the snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    if (state.log.termAt(lastIncludedIndex) === lastIncludedTerm) {\n' +
        '      state.log.discardThrough(lastIncludedIndex);\n' +
        '    } else {\n' +
        '      state.log.resetTo(lastIncludedIndex, lastIncludedTerm);\n' +
        '    }\n',
      replace: '    state.log.resetTo(lastIncludedIndex, lastIncludedTerm);\n',
    },
  ],
  caughtBy: ['install-10', 'install-11', 'install-12', 'random-snapshots-three'],
  says: /threw away .* and all after it — what follows a matching entry stays/,
  golden: true,
};
