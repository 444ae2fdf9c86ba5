/**
 * A mistake in lab 7d: takes the newest input first.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-newest-first',
  mistake: 'takes the newest input first',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '      for (const input of batch) await',
      replace: '      for (const input of batch.reverse()) await',
    },
  ],
  caughtBy: ['driver-order'],
  says: /^The machine was given .* when .* was next/,
};
