/**
 * A mistake in lab 2: keeps what setReordering says and never looks at it.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'reordering-does-nothing',
  mistake: 'keeps what setReordering says and never looks at it',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return heldBack ? delayMs + this.drawFrom(this.reordering) : delayMs;',
      replace: '    return heldBack ? delayMs : delayMs;',
    },
  ],
  caughtBy: ['exact-7', 'reordering-rate'],
  says: /S2 received a message after 7ms|a message held back arrives after its delay/,
};
