/** A read joins the round that is under way. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'joins-the-round',
  mistake: 'A read joins the round that is under way.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '      this.queued.push({index, allow});\n' +
        '      if (this.confirming.length === 0) this.beginRound();\n',
      replace: '      if (this.confirming.length > 0) this.confirming.push({index, allow});\n' +
        '      else {\n' +
        '        this.queued.push({index, allow});\n' +
        '        this.beginRound();\n' +
        '      }\n',
    },
  ],
  caughtBy: ['read-old-answer'],
  says: /Linearizability is broken/,
};
