/**
 * A mistake in lab 7d: waits for the disk before it lets out anything, whether something was
 * appended or not.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-holds-everything',
  mistake: 'waits for the disk before it lets out anything, whether something was appended or not',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '          if (this.mustSync) this.held.push(effect);\n' +
        '          else this.letOut(effect);\n',
      replace: '          this.held.push(effect);\n',
    },
    {
      find: '    if (this.mustSync && !this.isOver)',
      replace: '    if (!this.isOver)',
    },
  ],
  caughtBy: ['driver-at-once'],
  says: /^The driver let out its last effect 10ms after the step/,
};
