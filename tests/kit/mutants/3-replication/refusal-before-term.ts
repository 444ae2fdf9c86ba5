/**
 * A mistake in lab 3: decides on a refusal before it looks at its term.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refusal-before-term',
  mistake: 'decides on a refusal before it looks at its term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  observeTerm(server, results.term);\n' +
        '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
      replace:
        '  if (results.success) observeTerm(server, results.term);\n' +
        '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
    },
  ],
  caughtBy: ['terms-6'],
  says: /must have currentTerm \d+ now, and has \d+/,
};
