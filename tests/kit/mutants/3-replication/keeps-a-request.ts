/**
 * A mistake in lab 3: remembers the last request in a variable and sends it again.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-a-request',
  mistake: 'remembers the last request in a variable and sends it again',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'export function appendEntriesFor(',
      replace:
        'const made = new Map<string, AppendEntriesArguments>();\n' +
        '\n' +
        'export function appendEntriesFor(',
    },
    {
      find:
        '  const firstIndex = nextIndex[follower] ?? log.lastIndex + 1;\n' +
        '  return {',
      replace:
        '  const firstIndex = nextIndex[follower] ?? log.lastIndex + 1;\n' +
        '  const known = made.get(`${currentTerm} ${follower} ${firstIndex}`);\n' +
        '  if (known !== undefined) return known;\n' +
        '  const request = {',
    },
    {
      find:
        '    leaderCommit: commitIndex,\n' +
        '  };\n',
      replace:
        '    leaderCommit: commitIndex,\n' +
        '  };\n' +
        '  made.set(`${currentTerm} ${follower} ${firstIndex}`, request);\n' +
        '  return request;\n',
    },
  ],
  caughtBy: ['batch'],
  says: /has another log than S\d+ from index \d+ on/,
};
