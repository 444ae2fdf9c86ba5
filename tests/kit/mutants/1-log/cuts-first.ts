/**
 * A broken variant: cuts at prevLogIndex before it looks at the entries.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R3-cuts-first',
  mistake: 'cuts at prevLogIndex before it looks at the entries',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    while (offset < entries.length && this.entries[position]?.term === ' +
        'entries[offset]?.term) {',
      replace: '    this.entries.length = Math.min(this.entries.length, position);\n' +
        '    while (offset < entries.length && this.entries[position]?.term === ' +
        'entries[offset]?.term) {',
    },
  ],
  caughtBy: ['late-5', 'late-2', 'late-3'],
  says: /lost entr.* only a conflict cuts/,
};
