/** Keeps the newest twelve hundred messages that wait for a server, and no more. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'waits-for-few',
  mistake: 'keeps the newest twelve hundred messages that wait for a server, and no more',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      endpoint.arrived.push(packet);\n',
      replace:
        '      endpoint.arrived.push(packet);\n' +
        '      if (endpoint.arrived.length > 1_200) endpoint.arrived.shift();\n',
    },
  ],
  caughtBy: ['long-queue'],
  says: /S7 received/,
};
