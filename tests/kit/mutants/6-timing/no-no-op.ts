/** A new leader appends nothing, and waits for an entry of its term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-no-op',
  mistake: 'A new leader appends nothing, and waits for an entry of its term.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    this.firstIndexOfTerm = this.server.append(null);\n',
      replace: '    this.firstIndexOfTerm = this.server.state.log.lastIndex + 1;\n',
    },
  ],
  caughtBy: ['read-no-writes', 'one-server'],
  says: /No permission for 1 of 1 reads/,
};
