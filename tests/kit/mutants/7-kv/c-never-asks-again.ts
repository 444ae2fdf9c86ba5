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
  caughtBy: ['not-before-a-majority', 'another-entry'],
  says: new RegExp([
    'No answer to C\\d+, which asked for get "x", within 10000ms of virtual',
    'No answer to C\\d+, which asked for append "a" to "x", within 10000ms of',
  ].join('|')),
};
