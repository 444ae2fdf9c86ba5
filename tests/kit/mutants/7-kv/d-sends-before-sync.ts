/**
 * A mistake in lab 7d: lets everything out at once, while the sync is still under way.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-sends-before-sync',
  mistake: 'lets everything out at once, while the sync is still under way',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '          if (this.mustSync) this.held.push(effect);\n' +
        '          else this.letOut(effect);\n',
      replace: '          this.letOut(effect);\n',
    },
  ],
  caughtBy: ['synced-first-1'],
  says: /^The driver sent "vote" to S2 before its sync had resolved/,
  golden: true,
};
