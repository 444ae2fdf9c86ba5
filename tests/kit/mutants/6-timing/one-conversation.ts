/** Remembers one request for all followers together. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-conversation',
  mistake: 'Remembers one request for all followers together.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const conversation = this.conversations.get(from);\n',
      replace: '    const conversation = this.conversations.get(\'\');\n',
    },
    {
      find: '    this.conversations.set(follower, {',
      replace: '    this.conversations.set(\'\', {',
    },
    {
      find: '    const conversation = this.conversations.get(follower);\n',
      replace: '    const conversation = this.conversations.get(\'\');\n',
    },
  ],
  caughtBy: ['late-follower', 'returns'],
  says: /answers everything 7 s late|No agreement/,
};
