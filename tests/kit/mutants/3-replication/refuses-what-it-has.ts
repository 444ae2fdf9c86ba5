/**
 * A mistake in lab 3: refuses entries that it already has.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-what-it-has',
  mistake: 'refuses entries that it already has',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
      replace:
        '  const isOld = prevLogIndex + entries.length < state.log.lastIndex && ' +
        'entries.length > 0;\n' +
        '  if (!isOld && state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['receiver-9'],
  says: /refused entries after \d+\/\d+, which it has/,
};
