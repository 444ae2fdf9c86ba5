/**
 * A mistake in lab 2: a copy may be copied again.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'copies-of-copies',
  mistake: 'a copy may be copied again',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '      this.tell(\'duplicated\', packet);\n' +
        '      this.dispatch(packet);\n',
      replace:
        '      this.tell(\'duplicated\', packet);\n' +
        '      this.dispatch(packet);\n' +
        '      if (this.happens(this.duplicationProbability / 2)) this.dispatch(packet);\n',
    },
  ],
  caughtBy: ['exact-4', 'random-network'],
  says: /a control set to 0 or 1, or|once nothing is on its way,/,
};
