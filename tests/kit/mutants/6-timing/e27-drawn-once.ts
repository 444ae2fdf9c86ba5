/** Draws its election timeout once, when it starts. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E27-drawn-once',
  mistake: 'Draws its election timeout once, when it starts.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  private electionTimer: ReturnType<typeof setTimeout> | undefined;\n',
      replace: '  private electionTimer: ReturnType<typeof setTimeout> | undefined;\n' +
        '  private readonly drawn = Math.random();\n',
    },
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const timeoutMs = electionTimeoutMs + Math.floor(this.drawn * ' +
        '(electionTimeoutMs + 1));\n',
    },
  ],
  caughtBy: ['drawn-anew'],
  says: /anew each time/,
};
