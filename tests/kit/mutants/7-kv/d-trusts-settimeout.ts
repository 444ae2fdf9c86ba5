/**
 * A mistake in lab 7d: rings when setTimeout fires, whatever the clock says.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-trusts-settimeout',
  mistake: 'rings when setTimeout fires, whatever the clock says',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '    return this.alarmAtMs !== null && this.parts.now() >= this.alarmAtMs;\n',
      replace: '    return this.alarmAtMs !== null;\n',
    },
  ],
  caughtBy: ['alarm-7'],
  says: /^The timer rang at 15ms although the alarm was set to 30ms/,
};
