/**
 * A broken variant: takes a text of digits for a number.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-text-passes',
  mistake: 'takes a text of digits for a number',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  if (typeof value !== \'number\') {\n' +
        '    throw new TypeError(`${argument} must be a number, but is ' +
        '${describe(value)}`);\n' +
        '  }\n' +
        '  if (!Number.isSafeInteger(value) || value < least) {',
      replace: '  if (value % 1 !== 0 || value < least || value > 2 ** 50) {',
    },
  ],
  caughtBy: ['bad-index-5', 'bad-term-4', 'bad-term-7'],
  says: /took a bad argument/,
};
