/** Waits for T before every election, no more and no less. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E27-fixed-timeout',
  mistake: 'Waits for T before every election, no more and no less.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = electionTimeoutMs;\n',
    },
  ],
  caughtBy: ['initial-election', 'drawn-anew', 'many-elections'],
  says: /No leader among|anew each time/,
  golden: true,
};
