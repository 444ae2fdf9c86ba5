/** Sends the newest message first. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-reversed',
  mistake: 'Sends the newest message first.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const message of outgoing) send(message);\n',
      replace: '    for (const message of [...outgoing].reverse()) send(message);\n',
    },
  ],
  caughtBy: ['two-for-one'],
  says: /before AppendEntries to S2, which is older/,
};
