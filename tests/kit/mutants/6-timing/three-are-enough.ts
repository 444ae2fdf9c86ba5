/** Lets clients read when three servers have answered, however many there are. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'three-are-enough',
  mistake: 'Lets clients read when three servers have answered, however many there are.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find:
        'if (2 * (followers + 1) <= this.server.servers.length) return;',
      replace:
        'const needed = Math.floor(this.server.servers.length / 2) + 1;\n' +
        '    if (followers + 1 < Math.min(3, needed)) return;',
    },
  ],
  caughtBy: ['four-of-seven'],
  says: /more than half of 7 servers/,
};
