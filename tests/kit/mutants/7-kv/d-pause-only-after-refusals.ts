/**
 * A mistake in lab 7d: rests when it was refused, and not when a connection ends at once.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-pause-only-after-refusals',
  mistake: 'rests when it was refused, and not when a connection ends at once',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    connection.onClose(() => { this.connection = undefined; });\n',
      replace:
        '    connection.onClose(() => {\n' +
        '      this.connection = undefined;\n' +
        '      this.triedAtMs = -Infinity;\n' +
        '    });\n',
    },
  ],
  caughtBy: ['paced-3'],
  says: /^S1 tried to reach S2 again after \d+ms/,
};
