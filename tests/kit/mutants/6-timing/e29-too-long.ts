/** Waits twelve times as long as it may before it stands. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E29-too-long',
  mistake: 'Waits twelve times as long as it may before it stands.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = 12 * electionTimeoutMs * (1 + Math.random());\n',
    },
  ],
  caughtBy: ['first-timeout', 'initial-election', 're-election'],
  says: /No leader among|has not stood for election/,
};
