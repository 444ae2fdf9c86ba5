/** Syncs, then appends. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-before-appending',
  mistake: 'Syncs, then appends.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    if (vote || log !== undefined) this.disk.sync();\n' +
        '    if (vote) this.disk.append(this.vote());\n',
    },
    {
      find:
        '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n' +
        '    if (vote || log !== undefined) this.disk.sync();\n',
      replace: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
    },
  ],
  caughtBy: ['told-1', 'alone'],
  says: /before currentTerm \d+ was synced|counting itself, before it had synced that entry/,
};
