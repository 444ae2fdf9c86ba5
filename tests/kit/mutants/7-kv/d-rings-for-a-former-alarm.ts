/**
 * A mistake in lab 7d: rings although an input that waited before the timer has set its alarm anew.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-rings-for-a-former-alarm',
  mistake: 'rings although an input that waited before the timer has set its alarm anew',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '      if (!this.isDue()) return;\n' +
        '      this.arm(null);\n',
      replace: '',
    },
  ],
  caughtBy: ['former-alarm'],
  says: /^The timer rang at 35ms although the alarm was set to 90ms/,
  golden: true,
};
