/**
 * What a leader believes of its followers: never more than they hold.
 *
 * Paper: Figure 2, "State", volatile state on leaders; §5.3.
 * Promises: a follower holds an entry if it was ever on its disk, since its answer may be old.
 * Read next: index.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState, ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import type {DurableLogs} from './durable-logs';
import {at, broken} from './words';

const WHY = {
  source: '§5.3; Figure 2, "State"',
  text: 'The leader commits by counting matchIndex. One that is too high commits an entry that a ' +
    'majority does not have.',
};

export function matchIndex(durable: DurableLogs): RaftCheck {
  return {
    stateChanged(server, before, atMs) {
      const {state} = server;
      if (state.role !== 'leader' || state.matchIndex === before.matchIndex) return;
      const sameTerm = before.role === 'leader' && before.currentTerm === state.currentTerm;
      for (const [follower, index] of Object.entries(state.matchIndex)) {
        const known = sameTerm ? before.matchIndex[follower] ?? 0 : 0;
        if (index < known) fell(server, follower, known, index, atMs);
        if (index > known) expectTrue(server, follower, index, atMs);
      }
      expectNextBeyond(server, atMs);
    },
  };

  function expectTrue(server: ServerView, follower: ServerId, index: number, atMs: number): void {
    if (follower === server.id) return;
    const entry = server.log[index - 1];
    if (entry !== undefined && durable.everHeld(follower, index, entry.term)) return;
    const disk = durable.of(follower).terms;
    broken('matchIndex', `${server.id} believes that ${follower} holds its log up to index ${index}, ` +
      `but ${entry === undefined ? `${server.id} itself has no such entry` : `${follower} never had entry ${at(index, entry.term)}`}`, [
      {who: server.id, what: `matchIndex[${follower}] = ${index}`, atMs},
      {who: follower, what: `log (terms) ${disk.join(' ') || 'empty'}`},
    ], WHY);
  }
}

function fell(
  server: ServerView, follower: ServerId, known: number, index: number, atMs: number,
): never {
  return broken('matchIndex', `${server.id} lowered matchIndex[${follower}] from ${known} to ${index} in one term`,
    [{who: server.id, what: `matchIndex[${follower}] ${known} → ${index}`, atMs}], {
      source: '§5.3; Figure 2, "State"',
      text: 'matchIndex increases monotonically: what a follower stored for this leader it keeps. ' +
        'Results may arrive late, twice or out of order.',
    });
}

function expectNextBeyond(server: ServerView, atMs: number): void {
  const {matchIndex: match, nextIndex: next}: Readonly<ReportedState> = server.state;
  for (const [follower, index] of Object.entries(match)) {
    const nextIndex = next[follower];
    if (nextIndex === undefined || nextIndex > index || follower === server.id) continue;
    broken('nextIndex', `${server.id} would send ${follower} index ${nextIndex} next, though it knows ` +
      `that ${follower} holds everything up to ${index}`,
    [{who: server.id, what: `nextIndex[${follower}] = ${nextIndex}, matchIndex[${follower}] = ${index}`, atMs}],
    {
      source: '§5.3; Figure 2, "State"',
      text: 'A refusal that arrives late must not take nextIndex back behind what has been ' +
        'acknowledged since.',
    });
  }
}
