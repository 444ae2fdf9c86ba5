/** A leader commits an entry as soon as it is in its own log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R15-commits-at-once',
  mistake: 'A leader commits an entry as soon as it is in its own log.',
  lab: 6,
  file: 'commit.ts',
  edits: [
    {
      find: '  const index = replicated[Math.floor(servers.length / 2)] ?? 0;\n',
      replace: '  const index = replicated[0] ?? 0;\n',
    },
  ],
  caughtBy: ['follower-failure', 'fail-no-agree', 'basic-agree'],
  says: /The commit rule is broken/,
};
