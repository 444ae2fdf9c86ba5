/**
 * A mistake in lab 2: loses every n-th message, without a draw.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'loses-every-fourth',
  mistake: 'loses every n-th message, without a draw',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    } else if (this.happens(this.lossProbability)) {',
      replace:
        '    } else if (this.lossProbability > 0 && ++this.count % Math.round(1 ' +
        '/ this.lossProbability) === 0) {',
    },
    {
      find: '  private lossProbability = 0;\n',
      replace:
        '  private lossProbability = 0;\n' +
        '  private count = 0;\n',
    },
  ],
  caughtBy: ['loss-rate'],
  says: /a probability is drawn for each message on/,
};
