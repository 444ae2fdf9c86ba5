/** Lets clients read because it believes that it leads. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'K6-believes-itself',
  mistake: 'Lets clients read because it believes that it leads.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const index = Math.max(state.commitIndex, this.firstIndexOfTerm);\n' +
        '    return new Promise(allow => {\n' +
        '      this.queued.push({index, allow});\n' +
        '      if (this.confirming.length === 0) this.beginRound();\n' +
        '    });\n',
      replace: '    return Promise.resolve(true);\n',
    },
  ],
  caughtBy: ['read-cut-off', 'read-new-leader'],
  says: /Linearizability is broken/,
  golden: true,
};
