/**
 * A mistake in lab 2: holds messages back for the least time always.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'holds-back-for-min',
  mistake: 'holds messages back for the least time always',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return heldBack ? delayMs + this.drawFrom(this.reordering) : delayMs;',
      replace: '    return heldBack ? delayMs + this.reordering.delayMsMin : delayMs;',
    },
  ],
  caughtBy: ['reordering-rate'],
  says: /a message held back arrives after its delay/,
};
