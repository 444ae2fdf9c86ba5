/** Starts in term 1, though nobody has stood for election yet. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-starts-in-term-1',
  mistake: 'Starts in term 1, though nobody has stood for election yet.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    for (const entry of entries) state.log.append(entry);\n' +
        '    state.currentTerm = Math.max(1, state.currentTerm);\n',
    },
  ],
  caughtBy: ['restored-1', 'restored-3'],
  says: /started again with currentTerm [12] —/,
};
