/** Reads the records from the newest to the oldest. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-newest-first',
  mistake: 'Reads the records from the newest to the oldest.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const record of this.disk.records as readonly DiskRecord[]) {\n',
      replace:
        '    for (const record of [...this.disk.records as readonly ' +
        'DiskRecord[]].reverse()) {\n',
    },
    {
      find: '        entries.length = record.from - firstIndex;\n',
      replace:
        '        entries.length = Math.min(entries.length, record.from - firstIndex);\n',
    },
  ],
  caughtBy: ['restored-4', 'restored-10', 'persist-1'],
  says: /came back in term 1, though|without entry 2\/1/,
};
