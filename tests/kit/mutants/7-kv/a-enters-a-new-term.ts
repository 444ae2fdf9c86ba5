/** Enters a new term whenever it starts again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-enters-a-new-term',
  mistake: 'Enters a new term whenever it starts again.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    for (const entry of entries) state.log.append(entry);\n' +
        '    if (this.disk.records.length > 0) state.currentTerm += 1;\n',
    },
  ],
  caughtBy: ['restored-2'],
  says: /started again with currentTerm 4 — before, it was 3/,
};
