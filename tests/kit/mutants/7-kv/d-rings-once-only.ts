/**
 * A mistake in lab 7d: sets no second alarm.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-rings-once-only',
  mistake: 'sets no second alarm',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    if (atMs === null) return;\n' +
        '    this.alarm =',
      replace:
        '    if (atMs === null || this.alarm !== undefined) return;\n' +
        '    this.alarm =',
    },
  ],
  caughtBy: ['alarm-2'],
  says: /^No timer that is due at 60ms within/,
};
