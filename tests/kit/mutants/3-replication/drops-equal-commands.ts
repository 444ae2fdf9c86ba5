/**
 * A mistake in lab 3: takes a command that equals its last one for a repetition.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'drops-equal-commands',
  mistake: 'takes a command that equals its last one for a repetition',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
      replace:
        '  const last = JSON.stringify(state.log.entryAt(prevLogIndex)?.command);\n' +
        '  if (JSON.stringify(entries[0]?.command) === last && entries.length === 1) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + 1};\n' +
        '  }\n' +
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['equal-commands'],
  says: /Persistence is broken|matchIndex/,
};
