/**
 * A mistake in lab 2: keeps messages for a server that has no endpoint yet.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'queues-for-the-absent',
  mistake: 'keeps messages for a server that has no endpoint yet',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    } else if (endpoint === undefined) {\n' +
        '      this.tell(\'away\', packet);\n',
      replace:
        '    } else if (endpoint === undefined) {\n' +
        '      this.waiting.push(packet);\n',
    },
    {
      find: '  private lossProbability = 0;\n',
      replace:
        '  private readonly waiting: Packet[] = [];\n' +
        '  private lossProbability = 0;\n',
    },
    {
      find: '    this.endpoints.set(server, endpoint);\n',
      replace:
        '    this.endpoints.set(server, endpoint);\n' +
        '    endpoint.arrived.push(...this.waiting.filter(packet => packet.to === server));\n',
    },
  ],
  caughtBy: ['away'],
  says: /S2 received "too early" from S1/,
  golden: true,
};
