/**
 * A broken variant: all logs of a process keep their entries in one array.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-shared-array',
  mistake: 'all logs of a process keep their entries in one array',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  private entries: LogEntry[] = [];',
      replace: '  private get entries(): LogEntry[] { return shared; }\n' +
        '  private set entries(entries: LogEntry[]) { shared = entries; }',
    },
    {
      find: 'function checkIndex(',
      replace: 'let shared: LogEntry[] = [];\n' +
        '\n' +
        'function checkIndex(',
    },
  ],
  caughtBy: ['array-out', 'two-logs', 'append'],
  says: /append\(.* with|after new RaftLog\(\)/,
};
