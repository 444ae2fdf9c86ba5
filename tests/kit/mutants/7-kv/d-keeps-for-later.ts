/**
 * A mistake in lab 7d: keeps what it could not send until the server is back.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-keeps-for-later',
  mistake: 'keeps what it could not send until the server is back',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '  private waitingBytes = 0;\n',
      replace:
        '  private waitingBytes = 0;\n' +
        '  private readonly kept: Uint8Array[] = [];\n',
    },
    {
      find: '    if (this.waiting === undefined) this.tryToOpen();\n',
      replace:
        '    this.kept.push(frame);\n' +
        '    if (this.waiting === undefined) this.tryToOpen();\n',
    },
    {
      find: '    for (const frame of frames) connection.write(frame);\n',
      replace:
        '    for (const frame of [frames[0]!, ...this.kept.splice(0)]) connection.write(frame);\n',
    },
  ],
  caughtBy: ['piled-up-1'],
  says: /^S1 had \d+ bytes queued for S2/,
};
