/** Writes the disk anew without the snapshot when an entry follows it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S13-overwrites',
  mistake: 'Writes the disk anew without the snapshot when an entry follows it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    else this.appendChanges(changes);\n',
      replace: '    else if (changes.log === undefined) this.appendChanges(changes);\n' +
        '    else {\n' +
        '      const {log} = this.server.state;\n' +
        '      const from = log.lastIncludedIndex + 1;\n' +
        '      const entries = {from, entries: log.entriesFrom(from)};\n' +
        '      this.disk.rewrite([this.vote(), entries] as object[] as Json[]);\n' +
        '    }\n',
    },
    {
      find: '        entries.length = record.from - firstIndex;\n',
      replace: '        entries.length = Math.min(entries.length, record.from - firstIndex);\n',
    },
  ],
  caughtBy: ['a-server-begins-behind-its-snapshot', 'a-server-that-was-sent-its-snapshot'],
  says: /Persistence is broken: \w+ (?:acknowledged|committed) index \d+.* and started again with/,
};
