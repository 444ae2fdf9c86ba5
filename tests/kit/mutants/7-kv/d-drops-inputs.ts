/**
 * A mistake in lab 7d: throws away what arrives while the disk is at work.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-drops-inputs',
  mistake: 'throws away what arrives while the disk is at work',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    if (this.isOver) return;\n' +
        '    this.inputs.push',
      replace:
        '    if (this.isOver || this.mustSync) return;\n' +
        '    this.inputs.push',
    },
  ],
  caughtBy: ['during-a-sync'],
  says: /^No step of "call 2" within/,
};
