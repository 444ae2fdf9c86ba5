/** When it is deposed, it forgets the reads whose round has not begun. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'forgets-the-queued',
  mistake: 'When it is deposed, it forgets the reads whose round has not begun.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const waiting = [...this.queued, ...this.confirming, ...this.confirmed];\n',
      replace: '    const waiting = [...this.confirming, ...this.confirmed];\n',
    },
  ],
  caughtBy: ['read-deposed'],
  says: /No refusal of 1 of 3 reads/,
};
