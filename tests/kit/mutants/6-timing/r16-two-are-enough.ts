/** Commits an entry that less than half of the servers store. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R16-two-are-enough',
  mistake: 'Commits an entry that less than half of the servers store.',
  lab: 6,
  file: 'commit.ts',
  edits: [
    {
      find: '  const index = replicated[Math.floor(servers.length / 2)] ?? 0;\n',
      replace: '  const index = replicated[Math.ceil(servers.length / 2) - 2] ?? 0;\n',
    },
  ],
  caughtBy: ['fail-no-agree', 'concurrent-starts'],
  says: /The commit rule is broken/,
};
