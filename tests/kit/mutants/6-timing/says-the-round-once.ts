/** Puts the round on the first messages that leave, not on those that repeat the question. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'says-the-round-once',
  mistake: 'Puts the round on the first messages that leave, not on those that repeat ' +
        'the question.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    return this.round;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * A follower has answered',
      replace: '    if (++this.told > this.server.servers.length - 1) return 0;\n' +
        '    return this.round;\n' +
        '  }\n' +
        '\n' +
        '  private told = 0;\n' +
        '\n' +
        '  /**\n' +
        '   * A follower has answered',
    },
    {
      find: '    this.round++;\n',
      replace: '    this.round++;\n' +
        '    this.told = 0;\n',
    },
  ],
  caughtBy: ['read-lost'],
  says: /No permission for 1 of 1 reads/,
};
