/** Throws when what is to be discarded is gone already. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-discards-no-earlier',
  mistake: 'Throws when what is to be discarded is gone already.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    if (index <= this.lastIncludedIndex) return;\n' +
        '    if (term',
      replace: '    if (term',
    },
  ],
  caughtBy: ['discard-5'],
  says: /threw RangeError in discardThrough\(2\)/,
};
