/**
 * A mistake in lab 7d: leaves the timeout of an alarm running whose turn has come.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-rings-again',
  mistake: 'leaves the timeout of an alarm running whose turn has come',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '      this.arm(null);\n',
      replace: '      this.alarmAtMs = null;\n',
    },
  ],
  caughtBy: ['any-machine'],
  says: /^The timer rang although no alarm was set/,
};
