/** Every server has an election timeout of its own, always the same. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'timeout-by-name',
  mistake: 'Every server has an election timeout of its own, always the same.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n',
      replace: '    const place = this.server.servers.indexOf(this.server.self);\n' +
        '    const timeoutMs = electionTimeoutMs * (1 + (place + 1) / ' +
        'this.server.servers.length);\n',
    },
  ],
  caughtBy: ['drawn-anew'],
  says: /anew each time/,
};
