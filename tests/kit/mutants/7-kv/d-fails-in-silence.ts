/**
 * A mistake in lab 7d: stops when the disk fails and tells nobody.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-fails-in-silence',
  mistake: 'stops when the disk fails and tells nobody',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    this.stop();\n' +
        '    this.parts.failed(error);\n',
      replace:
        '    this.stop();\n' +
        '    void error;\n',
    },
  ],
  caughtBy: ['failing-disk-1'],
  says: /^The driver never called failed\(\)/,
};
