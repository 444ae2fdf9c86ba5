/** Draws election timeouts from T and a few milliseconds more. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hardly-random',
  mistake: 'Draws election timeouts from T and a few milliseconds more.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * 10);\n',
    },
  ],
  caughtBy: ['drawn-anew'],
  says: /give or take \d+ms/,
};
