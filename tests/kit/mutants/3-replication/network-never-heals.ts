/**
 * A mistake in lab 3: carries messages over a network whose links stay cut.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'network-never-heals',
  mistake: 'carries messages over a network whose links stay cut',
  lab: 3,
  file: 'network.ts',
  edits: [
    {
      find: '    this.cutFrom.clear();\n',
      replace: '',
    },
  ],
  caughtBy: ['own-network'],
  says: /has commands \["x = \d+","lost"\]/,
};
