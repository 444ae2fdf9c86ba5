/**
 * A mistake in lab 7d: takes a rewrite to be safe as soon as it has begun.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-rewrite-is-not-awaited',
  mistake: 'takes a rewrite to be safe as soon as it has begun',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '          await this.save(() => disk.rewrite(effect.records));\n',
      replace: '          void this.save(() => disk.rewrite(effect.records));\n',
    },
  ],
  caughtBy: ['synced-first-8'],
  says: /^The driver sent "done" to S2 before its sync/,
};
