/**
 * A mistake in lab 7d: lets out what waited for a sync although it was stopped.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-sync-outlives-stop',
  mistake: 'lets out what waited for a sync although it was stopped',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    if (this.isOver) return;\n' +
        '    if (effect.kind === \'send\')',
      replace: '    if (effect.kind === \'send\')',
    },
  ],
  caughtBy: ['after-stop'],
  says: /^The driver sent "a" to S2 after stop\(\)/,
};
