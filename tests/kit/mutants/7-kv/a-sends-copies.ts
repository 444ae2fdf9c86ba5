/** Sends messages of its own making. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-sends-copies',
  mistake: 'Sends messages of its own making.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const message of outgoing) send(message);\n',
      replace: '    for (const {to, message} of outgoing) send({to, message});\n',
    },
  ],
  caughtBy: ['told-1', 'unreliable-agree'],
  says: /not one of `outgoing`/,
};
