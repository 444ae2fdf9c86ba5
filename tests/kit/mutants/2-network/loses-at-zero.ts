/**
 * A mistake in lab 2: loses a message at a loss of 0 when random draws 0.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'loses-at-zero',
  mistake: 'loses a message at a loss of 0 when random draws 0',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return this.options.random() < probability;\n',
      replace: '    return this.options.random() <= probability;\n',
    },
  ],
  caughtBy: ['exact-1', 'exact-3', 'exact-6'],
  says: /S2 received nothing/,
};
