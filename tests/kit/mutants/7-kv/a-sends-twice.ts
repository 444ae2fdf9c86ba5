/** Sends each message twice, to be sure. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-sends-twice',
  mistake: 'Sends each message twice, to be sure.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const message of outgoing) send(message);\n',
      replace: '    for (const message of [...outgoing, ...outgoing]) send(message);\n',
    },
  ],
  caughtBy: ['heartbeats', 'restored-2'],
  says: /to S\d twice: it sends each message/,
};
