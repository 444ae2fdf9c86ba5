/**
 * A mistake in lab 2: receive() takes the newest message first.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-the-newest',
  mistake: 'receive() takes the newest message first',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    const packet = this.arrived.shift();\n',
      replace: '    const packet = this.arrived.pop();\n',
    },
  ],
  caughtBy: ['in-order'],
  says: /S2 received "f" from S1, "e" from S1, "d"/,
};
