/** Counts answers, not servers: one that answers twice counts twice. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-answers',
  mistake: 'Counts answers, not servers: one that answers twice counts twice.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '  private readonly answered = new Map<ServerId, number>();\n',
      replace: '  private readonly answered = new Map<string, number>();\n' +
        '  private answers = 0;\n',
    },
    {
      find: '    this.answered.set(from, Math.max(round, this.answered.get(from) ?? 0));\n',
      replace: '    this.answered.set(`${from} ${this.answers++}`, round);\n',
    },
  ],
  caughtBy: ['read-majority', 'read-cut-off'],
  says: /only S\d had answered|Linearizability is broken/,
};
