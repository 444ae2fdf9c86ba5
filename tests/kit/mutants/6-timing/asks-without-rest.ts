/** Asks for votes every 5 ms. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'asks-without-rest',
  mistake: 'Asks for votes every 5 ms.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    }, this.server.settings.rpcTimeoutMs);\n',
      replace: '    }, 5);\n',
    },
  ],
  caughtBy: ['lone-candidate'],
  says: /Too many requests/,
};
