/** Puts an entry into the log for every read. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'an-entry-for-each-read',
  mistake: 'Puts an entry into the log for every read.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const index = Math.max(state.commitIndex, this.firstIndexOfTerm);\n',
      replace: '    const index = this.server.append(null);\n',
    },
  ],
  caughtBy: ['read-no-entry'],
  says: /Too many entries: \d+, at most 0 allowed/,
};
