/**
 * A mistake in lab 7d: opens another connection while one is being opened, as often as it sends.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-asks-while-asking',
  mistake: 'opens another connection while one is being opened, as often as it sends',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    if (nowMs - this.triedAtMs < reconnectMs) return;\n',
      replace: '    void reconnectMs;\n',
    },
    {
      find: '    if (this.waiting === undefined) this.tryToOpen();\n',
      replace: '    this.tryToOpen();\n',
    },
  ],
  caughtBy: ['paced-2'],
  says: /^S1 tried to reach S2 again after 5ms/,
};
