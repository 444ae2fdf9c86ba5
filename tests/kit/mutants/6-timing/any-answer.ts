/** Takes every answer for the answer to its last request, that of a heartbeat too. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'any-answer',
  mistake: 'Takes every answer for the answer to its last request, that of a heartbeat ' +
        'too.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    if (conversation.sentFrom !== nextIndex[from]) conversation.sentFrom = 0;\n',
      replace: '    conversation.sentFrom = 0;\n',
    },
  ],
  caughtBy: ['slow-entries', 'burst'],
  says: /Too many entries/,
};
