/**
 * A mistake in lab 2: keeps the caller's delay object.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-the-delay-object',
  mistake: 'keeps the caller\'s delay object',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.delay = {...delay};\n',
      replace: '    this.delay = delay;\n',
    },
  ],
  caughtBy: ['settings-copied'],
  says: /S2 received a message after 0ms/,
};
