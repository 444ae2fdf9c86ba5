/**
 * A mistake in lab 3: accepts every heartbeat without the consistency check.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R2-heartbeats-skip-the-check',
  mistake: 'accepts every heartbeat without the consistency check',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
      replace:
        '  if (entries.length === 0) return {term, success: true, matchIndex: prevLogIndex};\n' +
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['receiver-15'],
  says: /accepted a heartbeat after \d+\/\d+/,
  golden: true,
};
