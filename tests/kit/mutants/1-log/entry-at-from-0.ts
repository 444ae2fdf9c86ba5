/**
 * A broken variant: entryAt counts from 0.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-entry-at-from-0',
  mistake: 'entryAt counts from 0',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  entryAt(index: number): LogEntry | undefined {\n' +
        '    checkIndex(index, \'index\');\n' +
        '    return this.entries[this.positionOf(index)];',
      replace: '  entryAt(index: number): LogEntry | undefined {\n' +
        '    checkIndex(index, \'index\');\n' +
        '    return this.entries[index];',
    },
  ],
  caughtBy: ['check-1', 'check-5', 'figure6-2'],
  says: /wrong answer to entryAt\(1\)/,
};
