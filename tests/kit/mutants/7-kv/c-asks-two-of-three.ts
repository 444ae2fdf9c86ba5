/** Never comes back to the server it asked first. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-asks-two-of-three',
  mistake: 'Never comes back to the server it asked first.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'servers[(servers.indexOf(this.asked) + 1) % servers.length]',
      replace: 'servers[servers.indexOf(this.asked) % (servers.length - 1) + 1]',
    },
  ],
  caughtBy: ['hears-nothing', 'no-circles'],
  says: new RegExp([
    'No request to S\\d within 3000ms of virtual time\\.',
    'No request to S\\d within 2000ms of virtual time\\.',
  ].join('|')),
};
