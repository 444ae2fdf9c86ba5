/** Syncs after every input, whether anything has changed or not. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-always',
  mistake: 'Syncs after every input, whether anything has changed or not.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace: '    this.disk.sync();\n',
    },
  ],
  caughtBy: ['heartbeats'],
  says: /Too many syncs of S\d: 30, at most 0/,
};
