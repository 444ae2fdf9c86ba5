/**
 * A broken variant: hands out commands whose lists can be changed.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R30-arrays-not-frozen',
  mistake: 'hands out commands whose lists can be changed',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'Object.freeze(value.map(frozenJson))',
      replace: 'value.map(frozenJson)',
    },
  ],
  caughtBy: ['entry-out'],
  says: /values\[1\] from outside/,
};
