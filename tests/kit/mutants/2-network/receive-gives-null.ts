/**
 * A mistake in lab 2: receive() gives null when nothing waits.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'receive-gives-null',
  mistake: 'receive() gives null when nothing waits',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return packet && {from',
      replace: '    return packet === undefined ? null as never : {from',
    },
  ],
  caughtBy: ['asynchronous'],
  says: /The step "S2 receives all that has arrived"/,
};
