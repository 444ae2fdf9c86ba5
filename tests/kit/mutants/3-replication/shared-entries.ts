/**
 * A mistake in lab 3: fills one array with the entries for every follower.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'shared-entries',
  mistake: 'fills one array with the entries for every follower',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'export function appendEntriesFor(',
      replace:
        'const outgoing: LogEntry[] = [];\n' +
        '\n' +
        'export function appendEntriesFor(',
    },
    {
      find: '  AppendEntriesArguments, AppendEntriesResults, RaftServer, ServerId,',
      replace: '  AppendEntriesArguments, AppendEntriesResults, LogEntry, RaftServer, ServerId,',
    },
    {
      find:
        '  return {\n' +
        '    term: currentTerm,\n' +
        '    leaderId',
      replace:
        '  outgoing.splice(0, Infinity, ...log.entriesFrom(firstIndex));\n' +
        '  return {\n' +
        '    term: currentTerm,\n' +
        '    leaderId',
    },
    {
      find: 'entries: log.entriesFrom(firstIndex),',
      replace: 'entries: outgoing,',
    },
  ],
  caughtBy: ['cut-off'],
  says: /sent S\d+ AppendEntries with entry \d+\/\d+/,
};
