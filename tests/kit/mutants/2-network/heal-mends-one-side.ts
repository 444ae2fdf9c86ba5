/**
 * A mistake in lab 2: heal() mends the links from one server only.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heal-mends-one-side',
  mistake: 'heal() mends the links from one server only',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.cutFrom.clear();\n',
      replace: '    this.cutFrom.delete(this.options.servers[0] ?? \'\');\n',
    },
  ],
  caughtBy: ['cut-off', 'cuts-add-up'],
  says: /heal\(\) makes every link/,
};
