/** Looks at its clock every 400 ms only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'looks-too-seldom',
  mistake: 'Looks at its clock every 400 ms only.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  start(): void {\n' +
        '    this.electionTimerReset();\n',
      replace: '  start(): void {\n' +
        '    this.electionTimerReset();\n' +
        '    setInterval(() => this.look(), 400);\n',
    },
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs} = this.server.settings;\n' +
        '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n' +
        '    this.electionTimer = setTimeout(() => this.onElectionTimeout(), ' +
        'timeoutMs);\n' +
        '  }\n',
      replace: '    this.dueMs = Date.now() + this.server.settings.electionTimeoutMs * (1 + ' +
        'Math.random());\n' +
        '  }\n' +
        '\n' +
        '  private dueMs = 0;\n' +
        '\n' +
        '  private look(): void {\n' +
        '    if (Date.now() >= this.dueMs) this.onElectionTimeout();\n' +
        '  }\n',
    },
  ],
  caughtBy: ['first-timeout', 'drawn-anew'],
  says: /waits for 500 to 1000ms/,
};
