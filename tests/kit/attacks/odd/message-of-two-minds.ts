/** A message that is another at the second look. */
import type {Attack} from '../attack';
import {ON_FOLLOWERS, REACHED, edited} from '../pieces';

export const attack: Attack = {
  tries: 'sends a proxy whose entries are a list at the first look, and a Map at the second',
  gains: 'a message of no shape behind the checks, and a slip of whoever reads it',
  ...ON_FOLLOWERS,
  files: {'replication.ts': edited('replication.ts', [
    '  return {\n    term: currentTerm,',
    `  let looks = 0;
  const another = () => { ${REACHED} return new Map([[1, 2n]]); };
  return new Proxy({
    term: currentTerm,`,
  ], [
    '    leaderCommit: commitIndex,\n  };',
    `    leaderCommit: commitIndex,
  }, {get: (message, key) => key === 'entries' && ++looks > 1 ? another() : message[key]});`,
  ])},
  honest: {},
  says: /returned what cannot be sent: message.entries is an instance of Map/,
  armed: {leaves: 'a mark'},
};
