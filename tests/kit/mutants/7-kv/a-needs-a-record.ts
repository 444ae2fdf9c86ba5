/** Reads the newest record first, and there is none when a server starts for the first time. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-needs-a-record',
  mistake: 'Reads the newest record first, and there is none when a server starts for the first ' +
    'time.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    const newest = this.disk.records[this.disk.records.length - 1] as VoteRecord;\n' +
        '    if (newest.currentTerm > state.currentTerm) state.currentTerm = ' +
        'newest.currentTerm;\n' +
        '    for (const entry of entries) state.log.append(entry);\n',
    },
  ],
  caughtBy: ['restored-1'],
  says: /Cannot read properties of undefined/,
};
