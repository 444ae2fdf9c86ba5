/** Keeps commitIndex on its disk, and counts one too many when it starts again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-commit-index-one-too-far',
  mistake: 'Keeps commitIndex on its disk, and counts one too many when it starts again.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    for (const entry of entries) state.log.append(entry);\n' +
        '    if (entries.length > 1) state.commitIndex = entries.length - 1;\n',
    },
  ],
  caughtBy: ['restored-9', 'crash-over-conflict'],
  says: /believes index 1 to be committed|takes its entry/,
};
