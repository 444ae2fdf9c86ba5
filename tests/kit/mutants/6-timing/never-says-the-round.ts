/** Puts no round on its messages. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-says-the-round',
  mistake: 'Puts no round on its messages.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    return this.round;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * A follower has answered',
      replace: '    return 0;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * A follower has answered',
    },
  ],
  caughtBy: ['read', 'read-no-writes'],
  says: /No permission for 1 of 1 reads/,
};
