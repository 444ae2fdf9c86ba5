/**
 * A mistake in lab 2: sets the loss first and checks it afterwards.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-then-checks',
  mistake: 'sets the loss first and checks it afterwards',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    requireProbability(lossProbability, \'lossProbability\');\n' +
        '    this.lossProbability = lossProbability;\n',
      replace:
        '    this.lossProbability = lossProbability;\n' +
        '    requireProbability(lossProbability, \'lossProbability\');\n',
    },
  ],
  caughtBy: ['refused-7'],
  says: /S1 reached nobody/,
};
