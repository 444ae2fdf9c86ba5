/**
 * A broken variant: returns nothing after it has added entries.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-returns-nothing',
  mistake: 'returns nothing after it has added entries',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    for (const entry of added) this.entries.push(entry);\n' +
        '    return true;',
      replace: '    for (const entry of added) this.entries.push(entry);\n' +
        '    return undefined as never;',
    },
  ],
  caughtBy: ['check-1', 'figure6-3', 'figure6-4'],
  says: /with undefined — it is true or false/,
};
