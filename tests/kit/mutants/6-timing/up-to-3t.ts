/** Draws election timeouts from T to 3T. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'up-to-three-times-T',
  mistake: 'Draws election timeouts from T to 3T.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = electionTimeoutMs + Math.floor(2 * Math.random() * ' +
        'electionTimeoutMs);\n',
    },
  ],
  caughtBy: ['first-timeout', 'drawn-anew', 'restart'],
  says: /waits for 500 to 1000ms/,
};
