/**
 * A mistake in lab 7d: writes nothing more to a server that was slow once.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-gives-up-the-slow',
  mistake: 'writes nothing more to a server that was slow once',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '      if (this.connection.bytesQueued <= queuedBytesMax) this.connection.write(frame);\n',
      replace:
        '      this.isSlow ||= this.connection.bytesQueued > queuedBytesMax;\n' +
        '      if (!this.isSlow) this.connection.write(frame);\n',
    },
    {
      find: '  private waitingBytes = 0;\n',
      replace:
        '  private waitingBytes = 0;\n' +
        '  private isSlow = false;\n',
    },
  ],
  caughtBy: ['slow-reader'],
  says: /^S1 sent S2 nothing more/,
};
