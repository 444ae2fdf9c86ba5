/** Saves what changed in one input with the next one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-E4-saved-at-the-next-change',
  mistake: 'Saves what changed in one input with the next one.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    protected readonly server: RaftServer, protected readonly disk: ServerDisk,\n' +
        '  ) {}\n',
      replace:
        '    protected readonly server: RaftServer, protected readonly disk: ServerDisk,\n' +
        '  ) {}\n' +
        '\n' +
        '  private waiting: Json[] = [];\n',
    },
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    const due = this.waiting;\n' +
        '    this.waiting = [];\n' +
        '    if (vote) this.waiting.push(this.vote());\n',
    },
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (log !== undefined) this.waiting.push(log as LogRecord & Json);\n' +
        '    for (const record of due) this.disk.append(record);\n',
    },
  ],
  caughtBy: ['told-1', 'alone', 'crash-over-vote'],
  says: /before currentTerm \d+ was synced|counting itself, before it had synced that entry/,
};
