/** Syncs while it follows; a leader is in a hurry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-leader-does-not-sync',
  mistake: 'Syncs while it follows; a leader is in a hurry.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace:
        '    const {role} = this.server.state;\n' +
        "    if ((vote || log !== undefined) && role !== 'leader') this.disk.sync();\n",
    },
  ],
  caughtBy: ['alone', 'leader-and-follower', 'crash-over-own'],
  says: /counting itself, before it had synced that entry/,
  golden: true,
};
