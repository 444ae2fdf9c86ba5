/**
 * A mistake in lab 2: counts its draws in a static field, and seeds itself from there.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counter-in-the-class',
  mistake: 'counts its draws in a static field, and seeds itself from there',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return this.options.random() < probability;\n',
      replace:
        '    RaftNetwork.drawn = RaftNetwork.drawn * 48271 % 2147483647;\n' +
        '    return RaftNetwork.drawn / 2147483647 < probability;\n',
    },
    {
      find: '  private lossProbability = 0;\n',
      replace:
        '  private static drawn = 1;\n' +
        '  private lossProbability = 0;\n',
    },
  ],
  caughtBy: ['repeatable'],
  says: /the same random gives the same/,
};
