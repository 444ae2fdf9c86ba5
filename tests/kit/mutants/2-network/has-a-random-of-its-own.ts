/**
 * A mistake in lab 2: draws from a random with a fixed seed of its own.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'has-a-random-of-its-own',
  mistake: 'draws from a random with a fixed seed of its own',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  constructor(protected readonly options: NetworkOptions) {}\n',
      replace:
        '  private drawn = 1;\n' +
        '\n' +
        '  constructor(protected readonly options: NetworkOptions) {\n' +
        '    this.options = {...options, random: () => {\n' +
        '      this.drawn = this.drawn * 48271 % 2147483647;\n' +
        '      return this.drawn / 2147483647;\n' +
        '    }};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['repeatable'],
  says: /another random gives another/,
};
