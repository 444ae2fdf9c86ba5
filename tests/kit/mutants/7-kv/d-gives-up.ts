/**
 * A mistake in lab 7d: never tries again when nobody answered.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-gives-up',
  mistake: 'never tries again when nobody answered',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: ', () => { this.waiting = undefined; });',
      replace: ', () => undefined);',
    },
  ],
  caughtBy: ['reached-again-1', 'reached-again-2'],
  says: /^S1 never reached S2 again/,
};
