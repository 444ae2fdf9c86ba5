/**
 * A mistake in lab 2: creates endpoints for servers that do not exist.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'creates-strangers',
  mistake: 'creates endpoints for servers that do not exist',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(server);\n' +
        '    const endpoint',
      replace: '    const endpoint',
    },
  ],
  caughtBy: ['refused-1'],
  says: /The call createEndpoint\("S9"\) was accepted/,
};
