/**
 * A mistake in lab 2: creates an endpoint once, and returns it again after a restart.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'returns-the-old-endpoint',
  mistake: 'creates an endpoint once, and returns it again after a restart',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    const endpoint = new RaftEndpoint(server, this);\n',
      replace:
        '    const endpoint = this.endpoints.get(server) ?? new RaftEndpoint(server, this);\n',
    },
  ],
  caughtBy: ['restart', 'replaced-endpoint'],
  says: /S2 received "waiting" from S1|Former S1 received "waiting" from S2, "to the/,
};
