/**
 * Compares the clock with 0 before it has heard from anybody: stands as soon as it starts again.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'clock-from-zero',
  mistake: 'Compares the clock with 0 before it has heard from anybody: stands as soon ' +
        'as it starts again.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  start(): void {\n' +
        '    this.electionTimerReset();\n',
      replace: '  start(): void {\n' +
        '    this.timeoutMs = this.server.settings.electionTimeoutMs * (1 + ' +
        'Math.random());\n' +
        '    setInterval(() => this.look(), 10);\n',
    },
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs} = this.server.settings;\n' +
        '    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * ' +
        '(electionTimeoutMs + 1));\n' +
        '    this.electionTimer = setTimeout(() => this.onElectionTimeout(), ' +
        'timeoutMs);\n' +
        '  }\n',
      replace: '    this.heardMs = Date.now();\n' +
        '    this.timeoutMs = this.server.settings.electionTimeoutMs * (1 + ' +
        'Math.random());\n' +
        '  }\n' +
        '\n' +
        '  private heardMs = 0;\n' +
        '  private timeoutMs = 0;\n' +
        '\n' +
        '  private look(): void {\n' +
        '    if (Date.now() - this.heardMs < this.timeoutMs) return;\n' +
        '    this.heardMs = Date.now();\n' +
        '    this.onElectionTimeout();\n' +
        '  }\n',
    },
  ],
  caughtBy: ['restart', 'first-timeout'],
  says: /stood for election \d+ms after it started/,
};
