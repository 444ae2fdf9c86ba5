/** Saves only what changes in its first life. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-saves-one-life',
  mistake: 'Saves only what changes in its first life.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (vote) this.disk.append(this.vote());\n' +
        '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    const isFirst = this.disk.records.length === 0;\n' +
        '    if (vote && isFirst) this.disk.append(this.vote());\n' +
        '    if (log !== undefined && isFirst) this.disk.append(log as LogRecord & Json);\n',
    },
  ],
  caughtBy: ['again-and-again', 'figure-8-e', 'reliable-churn'],
  says: /before (currentTerm \d+|votedFor S\d|the entry at index \d+) was synced/,
};
