/** Removes what is not committed from its log when it becomes leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-cuts-log',
  mistake: 'Removes what is not committed from its log when it becomes leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n' +
        '  state.votes',
      replace: '  state.leaderId = server.self;\n' +
        '  const kept = state.commitIndex;\n' +
        '  const next = state.log.entryAt(kept + 1);\n' +
        '  if (next !== undefined) {\n' +
        '    state.log.appendEntries(kept, state.log.termAt(kept) ?? 0, [{...next, ' +
        'term: state.currentTerm}]);\n' +
        '  }\n' +
        '  state.votes',
    },
  ],
  caughtBy: ['keeps', 'complete'],
  says: /has log|Leader Completeness is broken|Leader Append-Only is broken/,
};
