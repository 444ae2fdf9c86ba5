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
  caughtBy: ['hears-nothing', 'refused'],
  says: new RegExp([
    'No request to S\\d within 3000ms of virtual time\\.',
    'No answer to C\\d+, which asked for append "a" to "x", within 5000ms of',
  ].join('|')),
};
