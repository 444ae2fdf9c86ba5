/**
 * A mistake in lab 7d: syncs after each input, however many wait.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-one-sync-an-input',
  mistake: 'syncs after each input, however many wait',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find: '      for (const input of batch) await this.step(input);\n',
      replace:
        '      for (const input of batch) {\n' +
        '        await this.step(input);\n' +
        '        await this.sync();\n' +
        '      }\n',
    },
  ],
  caughtBy: ['group-commit'],
  says: /^Too many syncs: 21, at most 3 allowed for 21 calls/,
  golden: true,
};
