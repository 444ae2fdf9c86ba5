/**
 * A mistake in lab 2: refuses an unknown server without naming it.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-without-a-name',
  mistake: 'refuses an unknown server without naming it',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    throw new RangeError(`no server is called ${String(server)}; there ' +
        'are ${servers.join(\', \')}`);\n',
      replace: '    throw new RangeError(\'no such server\');\n',
    },
  ],
  caughtBy: ['refused-1', 'refused-3'],
  says: /what is no server, no probability or no delay is/,
};
