/** Holds its messages back until the next input. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-waits-for-an-answer',
  mistake: 'Holds its messages back until the next input.',
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
        '  private held: readonly Outgoing[] = [];\n',
    },
    {
      find: '    for (const message of outgoing) send(message);\n',
      replace:
        '    const due = this.held;\n' +
        '    this.held = outgoing;\n' +
        '    for (const message of due) send(message);\n',
    },
  ],
  caughtBy: ['told-1', 'unreliable-churn'],
  says: /returned and had not sent/,
};
