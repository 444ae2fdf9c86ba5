/** Reads that come while a round is under way are never asked for. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'forgets-who-came-late',
  mistake: 'Reads that come while a round is under way are never asked for.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    if (this.queued.length > 0) this.beginRound();\n',
      replace: '',
    },
  ],
  caughtBy: ['read-many'],
  says: /No permission for 199 of 200 reads/,
};
