/**
 * A mistake in lab 7d: throws away what is sent before the connection is open.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-drops-while-opening',
  mistake: 'throws away what is sent before the connection is open',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '    this.waiting.push(frame);\n' +
        '    this.waitingBytes += frame.length;\n',
      replace: '',
    },
  ],
  caughtBy: ['transport-opening'],
  says: /^S2 read no frame 2 where/,
};
