/**
 * A broken variant: replaces entries in conflict one by one, and keeps what followed them.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R5-overwrites',
  mistake: 'replaces entries in conflict one by one, and keeps what followed them',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries.length = position;\n' +
        '    for (const entry of added) this.entries.push(entry);\n',
      replace: '    for (const entry of added) this.entries[position++] = entry;\n',
    },
  ],
  caughtBy: ['conflict-2', 'conflict-4', 'conflict-6'],
  says: /kept entr.* behind a conflict/,
};
