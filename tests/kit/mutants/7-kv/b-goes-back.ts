/** Moves the boundary back when an earlier index is to be discarded. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-goes-back',
  mistake: 'Moves the boundary back when an earlier index is to be discarded.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    if (index <= this.lastIncludedIndex) return;\n' +
        '    if (term === undefined) {',
      replace: '    if (term === undefined && index > this.lastIncludedIndex) {',
    },
    {
      find: '    this.lastIncludedTerm = term;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * Lab 7: throws',
      replace: '    this.lastIncludedTerm = term ?? 0;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * Lab 7: throws',
    },
  ],
  caughtBy: ['discard-5'],
  says: /answers lastIncludedIndex with 2 — it must be 3/,
};
