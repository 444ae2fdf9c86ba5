/** Answers whoever has waited longest. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-answers-the-oldest-waiter',
  mistake: 'Answers whoever has waited longest.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    const waiter = this.waiters.get(index);\n' +
        '    this.waiters.delete(index);\n',
      replace:
        '    const [first = index] = this.waiters.keys();\n' +
        '    const waiter = this.waiters.get(first);\n' +
        '    this.waiters.delete(first);\n',
    },
  ],
  caughtBy: ['waiting-together', 'left-by-the-last-leader'],
  says: new RegExp([
    'Ann was given two outcomes of one append "a" to "x" — it was asked for',
    'No outcome for ann, which asked for append "a" to "x", within 10000ms',
  ].join('|')),
};
