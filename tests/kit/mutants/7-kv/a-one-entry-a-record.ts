/** Saves the first of the entries that came together. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-one-entry-a-record',
  mistake: 'Saves the first of the entries that came together.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (log !== undefined) {\n' +
        '      const {from, entries} = log;\n' +
        '      this.disk.append({from, entries: entries.slice(0, 1)} as LogRecord & Json);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['restored-8', 'told-7'],
  says: /started again without entry \d+\/\d+/,
};
