/**
 * A mistake in lab 7d: sets an interval where the machine wants one alarm.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-rings-on-and-on',
  mistake: 'sets an interval where the machine wants one alarm',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '    this.alarm = setTimeout(() => {',
      replace: '    this.alarm = setInterval(() => {',
    },
    {
      find: '      this.arm(null);\n',
      replace: '',
    },
  ],
  caughtBy: ['alarm-1'],
  says: /^The timer rang although no alarm was set/,
};
