/** Takes everything on its disk as committed. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-restores-commit-index',
  mistake: 'Takes everything on its disk as committed.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    for (const entry of entries) state.log.append(entry);\n' +
        '    state.commitIndex = entries.length;\n',
    },
  ],
  caughtBy: ['restored-8', 'restored-11'],
  says: /believes index \d to be committed/,
};
