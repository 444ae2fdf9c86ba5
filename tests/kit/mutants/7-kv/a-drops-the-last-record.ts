/** Starts again without its newest record, which may be torn, as it believes. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-drops-the-last-record',
  mistake: 'Starts again without its newest record, which may be torn, as it believes.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const record of this.disk.records as readonly DiskRecord[]) {\n',
      replace:
        '    for (const record of this.disk.records.slice(0, -1) as readonly DiskRecord[]) {\n',
    },
  ],
  caughtBy: ['restored-5', 'restored-8'],
  says: /with votedFor null, though|without entry 1\/1/,
};
