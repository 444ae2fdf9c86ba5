/** When it is deposed, it forgets the reads that wait to be applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'forgets-the-confirmed',
  mistake: 'When it is deposed, it forgets the reads that wait to be applied.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const waiting = [...this.queued, ...this.confirming, ...this.confirmed];\n',
      replace: '    const waiting = [...this.queued, ...this.confirming];\n',
    },
  ],
  caughtBy: ['read-deposed'],
  says: /No refusal of 1 of 3 reads/,
};
