/**
 * A mistake in lab 2: a restart mends the links of a server.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'restart-heals',
  mistake: 'a restart mends the links of a server',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.endpoints.set(server, endpoint);\n',
      replace:
        '    this.endpoints.set(server, endpoint);\n' +
        '    this.cutFrom.delete(server);\n' +
        '    for (const unreached of this.cutFrom.values()) unreached.delete(server);\n',
    },
  ],
  caughtBy: ['restart-keeps-cuts'],
  says: /S1 reached S1, S2, S3/,
};
