/**
 * A mistake in lab 2: a new endpoint takes over what waited at the old one.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'restart-keeps-what-waits',
  mistake: 'a new endpoint takes over what waited at the old one',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.endpoints.set(server, endpoint);\n',
      replace:
        '    endpoint.arrived.push(...this.endpoints.get(server)?.arrived ?? []);\n' +
        '    this.endpoints.set(server, endpoint);\n',
    },
  ],
  caughtBy: ['restart'],
  says: /S2 received "waiting" from S1/,
};
