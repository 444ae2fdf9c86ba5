/**
 * A mistake in lab 7d: takes inputs before it was started.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-starts-by-itself',
  mistake: 'takes inputs before it was started',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '  private isIdle = false;\n',
      replace: '  private isIdle = true;\n',
    },
  ],
  caughtBy: ['before-start'],
  says: /^The machine was given .* before start/,
};
