/** Rewrites the disk now and then, with term and vote only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-rewrites-without-the-log',
  mistake: 'Rewrites the disk now and then, with term and vote only.',
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
        '  private appended = 0;\n',
    },
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace:
        '    if (++this.appended % 5 === 0) this.disk.rewrite([this.vote()]);\n' +
        '    else if (vote || log !== undefined) this.disk.sync();\n',
    },
  ],
  caughtBy: ['again-and-again', 'applies-again'],
  says: /started again without entry \d+\/\d+/,
};
