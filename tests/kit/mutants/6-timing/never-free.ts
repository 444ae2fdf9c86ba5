/** Does not notice that a request was answered: it waits for rpcTimeoutMs each time. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-free',
  mistake: 'Does not notice that a request was answered: it waits for rpcTimeoutMs each ' +
        'time.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    if (conversation.sentFrom !== nextIndex[from]) conversation.sentFrom = 0;\n',
      replace: '',
    },
  ],
  caughtBy: ['speed', 'gathered'],
  says: /one after the other|two round trips/,
};
