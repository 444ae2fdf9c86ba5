/**
 * A broken variant: looks at each entry when it adds it, and has cut and added before it
 * refuses.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-half-done',
  mistake: 'looks at each entry when it adds it, and has cut and added before it refuses',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    checkEntries(entries, prevLogTerm);\n',
      replace: '',
    },
    {
      find: '    for (const entry of added) this.entries.push(entry);\n',
      replace: '    for (const entry of added) {\n' +
        '      checkEntry(entry, \'entry\', this.lastTerm);\n' +
        '      this.entries.push(entry);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['bad-term-5', 'bad-term-6', 'bad-term-7'],
  says: /changed in a refused appendEntries/,
};
