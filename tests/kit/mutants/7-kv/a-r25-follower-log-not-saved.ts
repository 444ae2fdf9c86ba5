/** Saves its log only while it leads. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-R25-follower-log-not-saved',
  mistake: 'Saves its log only while it leads.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        "    if (log !== undefined && this.server.state.role === 'leader') {\n" +
        '      this.disk.append(log as LogRecord & Json);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['told-7', 'persist-1', 'leader-and-follower'],
  says: /without entry 1\/1|before the entry at index 1 was synced/,
};
