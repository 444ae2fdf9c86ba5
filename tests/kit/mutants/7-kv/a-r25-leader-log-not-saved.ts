/** Saves its log only while it follows: what a leader appends itself is forgotten. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-R25-leader-log-not-saved',
  mistake: 'Saves its log only while it follows: what a leader appends itself is forgotten.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        "    if (log !== undefined && this.server.state.role !== 'leader') {\n" +
        '      this.disk.append(log as LogRecord & Json);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['leader-and-follower', 'persist-3', 'crash-over-own'],
  says: /counting itself, before it had synced that entry/,
};
