/**
 * A mistake in lab 7d: hands each input to the machine as it arrives, also while another runs.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-steps-at-once',
  mistake: 'hands each input to the machine as it arrives, also while another runs',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '    if (this.isIdle) void this.work([]);\n',
      replace: '    if (!this.mustSync) void this.work([]);\n',
    },
  ],
  caughtBy: ['one-at-a-time'],
  says: /^The machine was given .* while it was busy/,
};
