/**
 * A mistake in lab 7d: takes the timer only when no other input waits.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-timer-comes-last',
  mistake: 'takes the timer only when no other input waits',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '    if (input.kind === \'timer\') {\n',
      replace:
        '    if (input.kind === \'timer\') {\n' +
        '      if (this.inputs.length > 0) {\n' +
        '        this.inputs.push(input);\n' +
        '        return;\n' +
        '      }\n',
    },
  ],
  caughtBy: ['long-queue'],
  says: /^No timer that is due at 70ms within/,
};
