/**
 * A mistake in lab 3: puts new entries in the place of its own, but removes nothing behind them.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R5-never-truncates',
  mistake: 'puts new entries in the place of its own, but removes nothing behind them',
  lab: 3,
  file: 'log.ts',
  edits: [
    {
      find:
        '    this.entries.length = position;\n' +
        '    for (const entry of added) this.entries.push(entry);\n',
      replace: '    this.entries.splice(position, added.length, ...added);\n',
    },
  ],
  caughtBy: ['receiver-8'],
  says: /must hold log/,
};
