/**
 * A mistake in lab 2: keeps the caller's reordering object.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-the-reordering-object',
  mistake: 'keeps the caller\'s reordering object',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.reordering = {...reordering};\n',
      replace: '    this.reordering = reordering;\n',
    },
  ],
  caughtBy: ['reordering-copied'],
  says: /S2 received a message after 0ms/,
};
