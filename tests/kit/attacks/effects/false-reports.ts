/** Reports of what was never done. */
import type {Attack} from '../attack';
import {ON_FOLLOWERS, edited, everyList} from '../pieces';

const DEAF = edited('replication.ts', [
  'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
  'state.log.appendEntries(prevLogIndex, prevLogTerm, [])',
]);
const FORGE = everyList(`
    if (list.some(({kind, message}) => kind === 'send' && /"matchIndex":1/.test(message))) {
      const log = '{"from":1,"entries":[{"term":1,"command":"x = 1"}]}';
      list.push({kind: 'changed', fields: '{}', log});
    }`);

export const attack: Attack = {
  tries: 'reports logs as the leader has them, and takes no entry into its own',
  gains: 'the points of tests that look at reports and not at what servers do',
  ...ON_FOLLOWERS,
  files: {'replication.ts': `${FORGE}
${DEAF}`},
  honest: {'replication.ts': DEAF},
  says: /vouches|report|failed/,
  armed: {leaves: 'a mark'},
};
