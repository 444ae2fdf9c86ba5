/**
 * A mistake in lab 2: cannot be told to stop telling.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-never-stops',
  mistake: 'cannot be told to stop telling',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.write = write;\n',
      replace: '    this.write = write ?? this.write;\n',
    },
  ],
  caughtBy: ['log-replaced'],
  says: /RaftNetwork told its log: delivered S1 → S2/,
};
