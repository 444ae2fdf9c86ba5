/**
 * A mistake in lab 7d: sets an alarm without taking back the one before.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-keeps-former-alarms',
  mistake: 'sets an alarm without taking back the one before',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    clearTimeout(this.alarm);\n' +
        '    this.alarmAtMs = atMs;\n' +
        '    if (atMs === null) return;\n',
      replace:
        '    if (atMs === null) return;\n' +
        '    this.alarmAtMs = atMs;\n',
    },
    {
      find:
        '      if (this.isDue()) this.take({kind: \'timer\'});\n' +
        '      else this.arm(atMs);\n',
      replace: '      this.take({kind: \'timer\'});\n',
    },
    {
      find:
        '      if (!this.isDue()) return;\n' +
        '      this.arm(null);\n',
      replace: '',
    },
  ],
  caughtBy: ['alarm-3', 'alarm-5'],
  says: /^The timer rang /,
};
