/**
 * A mistake in lab 3: does nothing if it is a follower already.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'follower-already',
  mistake: 'does nothing if it is a follower already',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '  const {state} = server;\n',
      replace:
        '  const {state} = server;\n' +
        '  if (state.role === \'follower\') return;\n',
    },
  ],
  caughtBy: ['many-leaders'],
  says: /sent S\d+ AppendEntriesResults with term=\d+/,
};
