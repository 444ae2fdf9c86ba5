/** commits at most twenty entries at a time, and stops for good at old ones */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'twenty-at-once',
  mistake: 'commits at most twenty entries at a time, and stops for good at old ones',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace:
        'const most = replicated[Math.floor(servers.length / 2)] ?? 0;\n' +
        '  const index = Math.min(most, state.commitIndex + 20);',
    },
  ],
  caughtBy: ['long-tail'],
  says: /S1 has commitIndex 0, and it must be 81/,
};
