/** Appends the vote, syncs, and appends the log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-between',
  mistake: 'Appends the vote, syncs, and appends the log.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n' +
        '    if (vote || log !== undefined) this.disk.sync();\n',
      replace:
        '    if (vote || log !== undefined) this.disk.sync();\n' +
        '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
    },
  ],
  caughtBy: ['told-7', 'alone', 'record-over-alone'],
  says: /without entry 1\/1|counting itself, before it had synced that entry/,
};
