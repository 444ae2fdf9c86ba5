/**
 * A mistake in lab 3: adds new entries behind its own, whatever they conflict with.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R5-adds-at-the-end',
  mistake: 'adds new entries behind its own, whatever they conflict with',
  lab: 3,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries.length = position;\n',
      replace: '',
    },
  ],
  caughtBy: ['replaced-leader'],
  says: /matchIndex is broken|does not carry/,
};
