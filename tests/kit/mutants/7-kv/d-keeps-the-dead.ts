/**
 * A mistake in lab 7d: goes on writing to a connection that is over.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-keeps-the-dead',
  mistake: 'goes on writing to a connection that is over',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    connection.onClose(() => { this.connection = undefined; });\n',
      replace: '',
    },
  ],
  caughtBy: ['reached-again-3', 'whole-servers'],
  says: /^S1 never reached S2 again|^No answer to/,
};
