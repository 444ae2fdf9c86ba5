/** Syncs four times where once is enough. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-four-times',
  mistake: 'Syncs four times where once is enough.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace:
        '    if (vote || log !== undefined) for (let n = 0; n < 4; n++) this.disk.sync();\n',
    },
  ],
  caughtBy: ['sync-per-command', 'crash-over-vote'],
  says: /Too many syncs of S\d: 40|Too many effects/,
};
