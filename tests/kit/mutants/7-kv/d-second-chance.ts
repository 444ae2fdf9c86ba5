/**
 * A mistake in lab 7d: takes the next frame for the introduction if the first is none.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-second-chance',
  mistake: 'takes the next frame for the introduction if the first is none',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '        isRefused = from === undefined;\n' +
        '        if (isRefused) connection.close();\n',
      replace: '        isRefused = false;\n',
    },
  ],
  caughtBy: ['introduction-1'],
  says: /^S1 was given "forged again"/,
};
