/**
 * A mistake in lab 7d: sends the last message again on a new connection.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-sends-again',
  mistake: 'sends the last message again on a new connection',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '  private waitingBytes = 0;\n',
      replace:
        '  private waitingBytes = 0;\n' +
        '  private last: Uint8Array | undefined;\n',
    },
    {
      find:
        '  send(frame: Uint8Array): void {\n' +
        '    const {queuedBytesMax} = this.parts;\n',
      replace:
        '  send(frame: Uint8Array): void {\n' +
        '    const {queuedBytesMax} = this.parts;\n' +
        '    const {last} = this;\n' +
        '    this.last = frame;\n',
    },
    {
      find: '    if (this.waiting === undefined) this.tryToOpen();\n',
      replace:
        '    if (this.waiting === undefined) this.tryToOpen();\n' +
        '    if (this.waiting?.length === 1 && last !== undefined) this.waiting.push(last);\n',
    },
  ],
  caughtBy: ['transport-faults'],
  says: /^S\d was given .*, which was not to come any more/,
};
