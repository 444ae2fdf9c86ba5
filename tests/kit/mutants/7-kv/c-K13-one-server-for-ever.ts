/** Asks the same server again and again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K13-one-server-for-ever',
  mistake: 'Asks the same server again and again.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'servers[(servers.indexOf(this.asked) + 1) % servers.length]',
      replace: 'servers[servers.indexOf(this.asked) % servers.length]',
    },
  ],
  caughtBy: ['not-before-a-majority', 'reads-the-past'],
  says: new RegExp([
    'No answer to C\\d+, which asked for get "x", within 10000ms of virtual',
    'No answer to C\\d+, which asked for set "x" = "new", within 10000ms of',
  ].join('|')),
};
