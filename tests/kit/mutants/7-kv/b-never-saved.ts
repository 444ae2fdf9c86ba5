/** Does not save a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-never-saved',
  mistake: 'Does not save a snapshot.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n',
      replace: '    this.appendChanges(changes);\n',
    },
  ],
  caughtBy: ['a-server-begins-behind-its-snapshot', 'crash-installing-over', 'snapshot-basic'],
  says: new RegExp([
    'started again with a snapshot up to index 0',
    'before the snapshot up to index \\d+ was synced',
    'Too many bytes stored',
  ].join('|')),
};
