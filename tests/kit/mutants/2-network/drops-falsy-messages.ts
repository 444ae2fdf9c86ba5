/**
 * A mistake in lab 2: takes null, false, 0 and the empty text for no message.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'drops-falsy-messages',
  mistake: 'takes null, false, 0 and the empty text for no message',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    if (!this.isCurrent(sender)) return;\n',
      replace: '    if (!this.isCurrent(sender) || !message) return;\n',
    },
  ],
  caughtBy: ['any-json'],
  says: /S2 received \[\] from S1, \{\} from S1,/,
};
