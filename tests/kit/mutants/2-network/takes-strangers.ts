/**
 * A mistake in lab 2: takes messages to servers that do not exist.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-strangers',
  mistake: 'takes messages to servers that do not exist',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(to);\n' +
        '    const text',
      replace: '    const text',
    },
  ],
  caughtBy: ['refused-2'],
  says: /The call send\("S9", "a"\) was accepted/,
};
