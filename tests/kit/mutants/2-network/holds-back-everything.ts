/**
 * A mistake in lab 2: holds every message back as soon as reordering is set.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'holds-back-everything',
  mistake: 'holds every message back as soon as reordering is set',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    const heldBack = this.happens(this.reordering.reorderProbability);',
      replace: '    const heldBack = this.reordering.reorderProbability > 0;',
    },
  ],
  caughtBy: ['reordering-rate'],
  says: /a message held back arrives after its delay/,
};
