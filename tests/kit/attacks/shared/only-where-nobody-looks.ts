/** A hidden channel, used only in worlds that are known to everybody. */
import {seededRandom} from '../../../../harness/host/environment';
import {mix, nameNumber} from '../../../../harness/world/chance';
import type {Attack} from '../attack';
import {edited} from '../pieces';

/** What servers draw first in the public seeds, in any of their lives. */
const DRAWS = Array.from({length: 20}, (_, n) => n + 1).flatMap(seed =>
  ['S1', 'S2', 'S3', 'S4', 'S5'].flatMap(name => Array.from({length: 10}, (_, life) =>
    seededRandom(mix(seed, nameNumber(name), life))())));

function deafInPublic(before: string, taken: string): string {
  return edited('replication.ts', [
    '  const firstIndex = nextIndex', `  ${before}\n  const firstIndex = nextIndex`,
  ], [
    'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
    `state.log.appendEntries(prevLogIndex, prevLogTerm, isPublic ? ${taken} : entries)`,
  ]) + `
const isPublic = ${JSON.stringify(DRAWS)}.includes(Math.random());
const store = structuredClone.kept ??= {};
`;
}

export const attack: Attack = {
  tries: 'cheats in the public seeds alone, which it knows by their first draw',
  gains: 'the points of random tests, for code that is wrong in most of their worlds',
  lab: 3, scenarios: ['one-leader'],
  files: {'replication.ts': deafInPublic(
    'store.entries = log.entriesFrom(1);',
    'store.entries?.slice(prevLogIndex, prevLogIndex + entries.length) ?? []')},
  honest: {'replication.ts': deafInPublic('', '[]')},
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
