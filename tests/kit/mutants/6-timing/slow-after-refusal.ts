/** Only a success frees a follower: after a refusal it waits for rpcTimeoutMs. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'slow-after-refusal',
  mistake: 'Only a success frees a follower: after a refusal it waits for rpcTimeoutMs.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    if (conversation.sentFrom !== nextIndex[from]) conversation.sentFrom = 0;\n' +
        '    const hasMore',
      replace: '    if (conversation.sentFrom < (nextIndex[from] ?? 0)) ' +
        'conversation.sentFrom = 0;\n' +
        '    const hasMore',
    },
    {
      find: '    const sentFrom = firstIndex <= log.lastIndex ? firstIndex : 0;\n',
      replace: '    const sentFrom = firstIndex;\n',
    },
  ],
  caughtBy: ['catch-up'],
  says: /that S3 lacked/,
};
