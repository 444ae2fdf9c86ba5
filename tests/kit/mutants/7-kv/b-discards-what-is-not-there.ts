/** Discards beyond the end of the log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-discards-what-is-not-there',
  mistake: 'Discards beyond the end of the log.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    if (term === undefined) {\n' +
        '      throw new RangeError(`index must be at most lastIndex ' +
        '${this.lastIndex}, but is ${index}`);\n' +
        '    }\n',
      replace: '    if (term === undefined) return this.resetTo(index, this.lastTerm);\n',
    },
  ],
  caughtBy: ['discard-7'],
  says: /took discardThrough\(5\) for granted/,
};
