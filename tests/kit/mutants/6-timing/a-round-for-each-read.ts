/** Asks all followers anew for every single read. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-round-for-each-read',
  mistake: 'Asks all followers anew for every single read.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '      if (this.confirming.length === 0) this.beginRound();\n',
      replace: '      this.beginRound();\n',
    },
    {
      find: '    this.confirming = this.queued;\n',
      replace: '    this.confirming.push(...this.queued);\n',
    },
  ],
  caughtBy: ['read-many'],
  says: /Too many requests/,
};
