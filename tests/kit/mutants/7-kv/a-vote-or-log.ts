/** Saves the vote, or else the log, but never both of one input. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-vote-or-log',
  mistake: 'Saves the vote, or else the log, but never both of one input.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    else if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
    },
  ],
  caughtBy: ['restored-8', 'crash-over-alone'],
  says: /started again without entry \d+\/\d+/,
};
