/** Saves the log by a record that empties it and one with all entries: half of it may survive. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-empties-the-log-first',
  mistake: 'Saves the log by a record that empties it and one with all entries: half of it may ' +
    'survive.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (log !== undefined) {\n' +
        '      const {lastIncludedIndex} = this.server.state.log;\n' +
        '      const from = lastIncludedIndex + 1;\n' +
        '      this.disk.append({from, entries: []});\n' +
        '      this.disk.append({from, entries: ' +
        'this.server.state.log.entriesFrom(from)} as LogRecord & Json);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['record-over-own', 'record-over-alone', 'record-over-conflict', 'record-over-again'],
  says: /started again without entry \d+\/\d+/,
};
