/**
 * A mistake in lab 4: goes on leading after it heard of a later term.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stays-leader',
  mistake: 'goes on leading after it heard of a later term',
  lab: 4,
  file: 'terms.ts',
  edits: [
    {
      find: `  state.role = 'follower';
`,
      replace: `  if (state.role === 'candidate') state.role = 'follower';
`,
    },
  ],
  caughtBy: ['replaced', 'keeps'],
  says: /Election Safety is broken: S\d and S\d .*leader/,
};
