/** Rewrites the disk now and then, without the newest entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-rewrites-one-short',
  mistake: 'Rewrites the disk now and then, without the newest entry.',
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
        '    if (++this.appended % 3 === 0) {\n' +
        '      const {log: whole} = this.server.state;\n' +
        '      const from = whole.lastIncludedIndex + 1;\n' +
        '      const entries = whole.entriesFrom(from).slice(0, -1);\n' +
        '      this.disk.rewrite([this.vote(), {from, entries} as LogRecord & Json]);\n' +
        '    } else if (vote || log !== undefined) this.disk.sync();\n',
    },
  ],
  caughtBy: ['restored-10', 'restored-12'],
  says: /started again without entry \d+\/\d+/,
};
