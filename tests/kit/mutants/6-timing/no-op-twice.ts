/** Appends an entry that does nothing whenever a round begins. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-op-again-and-again',
  mistake: 'Appends an entry that does nothing whenever a round begins.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    this.round++;\n',
      replace: '    this.round++;\n' +
        '    this.server.append(null);\n',
    },
  ],
  caughtBy: ['read-no-entry'],
  says: /Too many entries: \d+, at most 0 allowed/,
};
