/** Saves a log by a record that empties it, a sync, and one with all entries. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-empties-and-syncs',
  mistake: 'Saves a log by a record that empties it, a sync, and one with all entries.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (log !== undefined) {\n' +
        '      const from = this.server.state.log.lastIncludedIndex + 1;\n' +
        '      this.disk.append({from, entries: []});\n' +
        '      this.disk.sync();\n' +
        '      this.disk.append({from, entries: ' +
        'this.server.state.log.entriesFrom(from)} as LogRecord & Json);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['crash-over-own', 'crash-over-vote'],
  says: /started again without entry \d+\/\d+/,
};
