/** Waits for results for ever. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-never-asks-again',
  mistake: 'Waits for results for ever.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    this.wake(() => this.askNext(), this.side.requestTimeoutMs);\n',
      replace: '    this.wake();\n',
    },
  ],
  caughtBy: ['hears-nothing', 'late-answer'],
  says: new RegExp([
    'No request to S\\d within 3000ms of virtual time\\.',
    'No request to any server within 1000ms of virtual time\\.',
  ].join('|')),
};
