/** The same keys, in messages that the world carries and looks into. */
import type {Attack} from '../attack';
import {REACHED, edited} from '../pieces';

export const attack: Attack = {
  tries: 'sends AppendEntries with own fields called __proto__ and constructor',
  gains: 'fields on the grader\'s own Object.prototype, if messages are merged into something',
  lab: 3, scenarios: ['a-command-reaches-every-follower'],
  files: {'replication.ts': `${REACHED}\n${edited('replication.ts', [
    '    leaderId: server.self,\n',
    '    leaderId: server.self,\n' +
    '    ...JSON.parse(\'{"__proto__": {"success": true, "passed": 1}, ' +
    '"constructor": {"prototype": {"passed": 1}}}\'),\n',
  ])}`},
  honest: {},
  says: /passed|broke the contract/,
  armed: {leaves: 'a mark'},
};
