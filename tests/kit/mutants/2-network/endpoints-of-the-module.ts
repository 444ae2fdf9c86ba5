/**
 * A mistake in lab 2: keeps the endpoints in a variable of the module.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'endpoints-of-the-module',
  mistake: 'keeps the endpoints in a variable of the module',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  private readonly endpoints = new Map<ServerId, RaftEndpoint>();\n',
      replace: '  private readonly endpoints = endpointsOfAll;\n',
    },
    {
      find: '/** The links between all servers,',
      replace:
        'const endpointsOfAll = new Map<ServerId, RaftEndpoint>();\n' +
        '\n' +
        '/** The links between all servers,',
    },
  ],
  caughtBy: ['two-networks'],
  says: /S2 received nothing/,
};
