/**
 * A mistake in lab 2: receive() leaves the message where it is.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'receive-only-looks',
  mistake: 'receive() leaves the message where it is',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    const packet = this.arrived.shift();\n',
      replace: '    const packet = this.arrived[0];\n',
    },
  ],
  caughtBy: ['asynchronous'],
  says: /The step "S2 receives all that has arrived"/,
};
