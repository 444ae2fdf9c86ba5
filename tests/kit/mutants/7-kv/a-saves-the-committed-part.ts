/** Saves only what is committed of its log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-saves-the-committed-part',
  mistake: 'Saves only what is committed of its log.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (log !== undefined) {\n' +
        '      const {commitIndex} = this.server.state;\n' +
        '      const count = Math.max(0, commitIndex - log.from + 1);\n' +
        '      this.disk.append({from: log.from, entries: log.entries.slice(0, ' +
        'count)} as LogRecord & Json);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['restored-8', 'told-7'],
  says: /started again without entry \d+\/\d+/,
};
