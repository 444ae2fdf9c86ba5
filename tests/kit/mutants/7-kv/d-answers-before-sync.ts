/**
 * A mistake in lab 7d: holds messages back until the sync, and answers to clients not.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-answers-before-sync',
  mistake: 'holds messages back until the sync, and answers to clients not',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '          if (this.mustSync) this.held',
      replace: '          if (this.mustSync && effect.kind === \'send\') this.held',
    },
  ],
  caughtBy: ['synced-first-2'],
  says: /^The driver answered call 1 when it was the turn of send/,
};
