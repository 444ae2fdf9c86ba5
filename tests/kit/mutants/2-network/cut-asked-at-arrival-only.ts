/**
 * A mistake in lab 2: looks at the link when a message is due only.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cut-asked-at-arrival-only',
  mistake: 'looks at the link when a message is due only',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    if (this.isCut(packet)) {\n' +
        '      this.tell(\'cut\', packet);\n' +
        '    } else if (this.happens(this.lossProbability)) {',
      replace: '    if (this.happens(this.lossProbability)) {',
    },
  ],
  caughtBy: ['cut-when-2', 'cut-when-3'],
  says: /S2 received "a" from S1/,
};
