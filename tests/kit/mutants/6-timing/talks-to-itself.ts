/** A leader sends AppendEntries to itself as well. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'talks-to-itself',
  mistake: 'A leader sends AppendEntries to itself as well.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    return servers.filter(server => server !== self);\n',
      replace: '    return servers.filter(server => server !== \'\' || self !== \'\');\n',
    },
  ],
  caughtBy: ['initial-election', 'count'],
  says: /sent AppendEntries to itself/,
};
