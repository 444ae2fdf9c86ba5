/** Draws election timeouts from 0 to T. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E28-shorter-than-a-heartbeat',
  mistake: 'Draws election timeouts from 0 to T.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = Math.floor(Math.random() * electionTimeoutMs);\n',
    },
  ],
  caughtBy: ['first-timeout', 'calm', 'timer-1'],
  says: /stood for election/,
};
