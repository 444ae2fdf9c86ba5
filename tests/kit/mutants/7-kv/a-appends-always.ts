/** Appends term and vote after every input, whether they have changed or not. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-appends-always',
  mistake: 'Appends term and vote after every input, whether they have changed or not.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace: '    this.disk.append(this.vote());\n',
    },
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace: '    this.disk.sync();\n',
    },
  ],
  caughtBy: ['heartbeats'],
  says: /Too many syncs of S\d: 30, at most 0/,
};
