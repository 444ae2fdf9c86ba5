/**
 * A broken variant: takes null, 0 and an empty text for no command.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-refuses-falsy',
  mistake: 'takes null, 0 and an empty text for no command',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'entry.command === undefined',
      replace: '!entry.command',
    },
  ],
  caughtBy: ['commands'],
  says: /threw TypeError in append/,
};
