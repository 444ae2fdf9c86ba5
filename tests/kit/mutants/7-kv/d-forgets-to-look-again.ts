/**
 * A mistake in lab 7d: goes to sleep after a sync without looking for what arrived meanwhile.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-forgets-to-look-again',
  mistake: 'goes to sleep after a sync without looking for what arrived meanwhile',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '      await this.sync();\n' +
        '    }\n' +
        '    this.isIdle = true;',
      replace:
        '      const isMore = this.inputs.length > 0;\n' +
        '      await this.sync();\n' +
        '      if (!isMore) break;\n' +
        '    }\n' +
        '    this.isIdle = true;',
    },
  ],
  caughtBy: ['call-in-answer'],
  says: /^No step of "call 9" within/,
};
