/**
 * A mistake in lab 7d: takes inputs as long as there are any before it syncs.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-never-enough',
  mistake: 'takes inputs as long as there are any before it syncs',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '      const batch = this.inputs;\n' +
        '      this.inputs = [];\n' +
        '      for (const input of batch) await this.step(input);\n',
      replace:
        '      for (let input = this.inputs.shift(); input; input = this.inputs.shift()) {\n' +
        '        await this.step(input);\n' +
        '      }\n',
    },
  ],
  caughtBy: ['endless-load'],
  says: /^No 10 answers within/,
};
