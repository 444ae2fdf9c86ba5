/** Starts again as the leader that it was. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-restores-its-role',
  mistake: 'Starts again as the leader that it was.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    for (const entry of entries) state.log.append(entry);\n' +
        '    if (state.votedFor === this.server.self && entries.length > 0) ' +
        "state.role = 'leader';\n",
    },
  ],
  caughtBy: ['leader-comes-back'],
  says: /has role leader — it must be follower/,
};
