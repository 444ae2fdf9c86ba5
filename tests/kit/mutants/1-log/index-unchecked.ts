/**
 * A broken variant: takes any number for an index.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-index-unchecked',
  mistake: 'takes any number for an index',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  checkWhole(index, argument, 0);\n' +
        '}\n' +
        '\n' +
        'function checkWhole',
      replace: '  void [index, argument];\n' +
        '}\n' +
        '\n' +
        'function checkWhole',
    },
  ],
  caughtBy: ['bad-index-2', 'bad-index-3', 'bad-index-4'],
  says: /took a bad argument .* index/,
};
