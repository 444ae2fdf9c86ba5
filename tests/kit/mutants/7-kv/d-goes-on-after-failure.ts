/**
 * A mistake in lab 7d: tells of the failed disk and takes the next input.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-goes-on-after-failure',
  mistake: 'tells of the failed disk and takes the next input',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    this.stop();\n' +
        '    this.parts.failed(error);\n',
      replace:
        '    this.parts.failed(error);\n' +
        '    this.held = [];\n' +
        '    this.mustSync = false;\n',
    },
  ],
  caughtBy: ['failing-disk-4'],
  says: /^The driver sent "b" to S2 after a failed sync/,
};
