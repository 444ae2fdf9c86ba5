/** Does not remember who sent the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-no-leader-id',
  mistake: 'Does not remember who sent the snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.leaderId = leaderId;\n',
      replace: '  void leaderId;\n',
    },
  ],
  caughtBy: ['sender-1', 'sender-2'],
  says: /has leaderId \w+, and it must be S2/,
};
