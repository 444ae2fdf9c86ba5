/**
 * A mistake in lab 2: a message held back has no delay of its own.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'reordering-replaces-the-delay',
  mistake: 'a message held back has no delay of its own',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return heldBack ? delayMs + this.drawFrom(this.reordering) : delayMs;',
      replace: '    return heldBack ? this.drawFrom(this.reordering) : delayMs;',
    },
  ],
  caughtBy: ['exact-7'],
  says: /S2 received a message after 5ms/,
};
