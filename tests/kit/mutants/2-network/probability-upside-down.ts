/**
 * A mistake in lab 2: takes a probability for its opposite.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'probability-upside-down',
  mistake: 'takes a probability for its opposite',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return this.options.random() < probability;\n',
      replace: '    return this.options.random() >= probability;\n',
    },
  ],
  caughtBy: ['exact-1', 'exact-2'],
  says: /a control set to 0 or 1, or to a range of one,/,
};
