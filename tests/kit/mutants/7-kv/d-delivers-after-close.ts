/**
 * A mistake in lab 7d: delivers what has arrived although it was closed.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-delivers-after-close',
  mistake: 'delivers what has arrived although it was closed',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '      if (this.isClosed || isRefused) return;\n',
      replace: '      if (isRefused) return;\n',
    },
  ],
  caughtBy: ['transport-closed'],
  says: /^S1 was given "3" from S2 when nothing was due/,
};
