/** Appends and syncs each entry by itself. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-each-entry',
  mistake: 'Appends and syncs each entry by itself.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    log?.entries.forEach((entry, n) => {\n' +
        '      this.disk.append({from: log.from + n, entries: [entry]} as LogRecord & Json);\n' +
        '      this.disk.sync();\n' +
        '    });\n',
    },
  ],
  caughtBy: ['sync-together'],
  says: /Too many syncs of S\d: \d+, at most 15/,
};
