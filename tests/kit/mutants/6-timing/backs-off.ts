/** Waits longer after each election that came to nothing. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'backs-off',
  mistake: 'Waits longer after each election that came to nothing.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  private electionTimer: ReturnType<typeof setTimeout> | undefined;\n',
      replace: '  private electionTimer: ReturnType<typeof setTimeout> | undefined;\n' +
        '  private factor = 1;\n',
    },
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = this.factor * electionTimeoutMs * (1 + Math.random());\n',
    },
    {
      find: '    this.server.startElection();\n',
      replace: '    this.factor *= 2;\n' +
        '    this.server.startElection();\n',
    },
  ],
  caughtBy: ['drawn-anew', 'deposed'],
  says: /waits for 500 to 1000ms/,
};
