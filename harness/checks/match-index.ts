/**
 * What a leader believes of its followers: never more than they hold, or than they told it.
 *
 * Paper: Figure 2, "State", volatile state on leaders; §5.3.
 * Promises: a follower holds an entry if it was ever on its disk, since its answer may be old.
 * Read next: acknowledged.ts, the follower's side.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {RaftMessage, ServerId} from '../raft/messages';
import type {DurableLogs} from './durable-logs';
import {at, broken} from './words';
import type {Why} from './words';

const MATCH = 'The leader\'s matchIndex';
const NEXT = 'The leader\'s nextIndex';

const WHY: Why = {
  source: '§5.3; Figure 2, "State"',
  text: 'The leader commits by counting matchIndex. One that is too high commits an entry that a ' +
    'majority does not have.',
};

/** What a leader was told in a term: the highest matchIndex of each follower's successes. */
interface Told {
  term: number;
  readonly matchIndex: Map<ServerId, number>;
}

export function matchIndex(durable: DurableLogs): RaftCheck {
  const toldTo = new Map<ServerId, Told>();
  return {
    received({id}, from, message) {
      note(toldTo, id, from, message);
    },
    stateChanged(server, before, atMs) {
      const {state} = server;
      if (state.role !== 'leader') return;
      if (state.matchIndex === before.matchIndex && state.nextIndex === before.nextIndex) return;
      const sameTerm = before.role === 'leader' && before.currentTerm === state.currentTerm;
      for (const [follower, index] of Object.entries(state.matchIndex)) {
        if (follower === server.id) continue;
        const known = sameTerm ? before.matchIndex[follower] ?? 0 : 0;
        if (index < known) fell(server, follower, {known, index, atMs});
        if (index <= known) continue;
        expectTrue(server, follower, {index, atMs, durable});
        expectTold(server, follower, {index, atMs, told: toldTo.get(server.id)});
      }
      expectNextBeyond(server, atMs);
    },
    crashed({id}) {
      toldTo.delete(id);
    },
  };
}

function note(
  toldTo: Map<ServerId, Told>, id: ServerId, from: ServerId, message: RaftMessage,
): void {
  const matchIndex = matchToldBy(message);
  if (matchIndex === null) return;
  let told = toldTo.get(id);
  if (told === undefined || told.term < message.term) {
    toldTo.set(id, told = {term: message.term, matchIndex: new Map()});
  }
  if (told.term > message.term || (told.matchIndex.get(from) ?? 0) >= matchIndex) return;
  told.matchIndex.set(from, matchIndex);
}

/** How far the sender's log equals the leader's, by its own words; null if it says nothing. */
function matchToldBy(message: RaftMessage): number | null {
  if (message.type === 'InstallSnapshotResults') return message.lastIncludedIndex;
  return message.type === 'AppendEntriesResults' && message.success ? message.matchIndex : null;
}

function expectTrue(
  server: ServerView, follower: ServerId,
  {index, atMs, durable}: {index: number; atMs: number; durable: DurableLogs},
): void {
  const entry = server.log[index - 1];
  if (entry !== undefined && durable.everHeld(follower, index, entry.term)) return;
  const truth = entry === undefined ? `${server.id} itself has no such entry`
    : `${follower} never had entry ${at(index, entry.term)}`;
  broken(MATCH,
    `${server.id} believes that ${follower} holds its log up to index ${index}, but ${truth}`, [
      {who: server.id, what: `matchIndex[${follower}] = ${index}`, atMs},
      {who: follower, what: `log (terms) ${durable.of(follower).terms.join(' ') || 'empty'}`},
    ], WHY);
}

function expectTold(
  server: ServerView, follower: ServerId,
  {index, atMs, told}: {index: number; atMs: number; told: Told | undefined},
): void {
  const known = told?.term === server.state.currentTerm ? told.matchIndex.get(follower) ?? 0 : 0;
  if (index <= known) return;
  const heard = known === 0 ? 'has told it nothing in this term' : `told it ${known} at most`;
  broken(MATCH,
    `${server.id} believes that ${follower} holds its log up to index ${index}, but ${follower} ` +
    heard, [
      {who: server.id, what: `matchIndex[${follower}] = ${index}`, atMs},
    ], {
      source: '§5.3; Figure 2, "Rules for Servers"',
      text: 'matchIndex is what a follower has answered. Sending entries proves nothing: the ' +
        'request may be lost, and so may the follower.',
    });
}

function fell(
  server: ServerView, follower: ServerId,
  {known, index, atMs}: {known: number; index: number; atMs: number},
): never {
  return broken(MATCH,
    `${server.id} lowered matchIndex[${follower}] from ${known} to ${index} in one term`,
    [{who: server.id, what: `matchIndex[${follower}] ${known} → ${index}`, atMs}], {
      source: '§5.3; Figure 2, "State"',
      text: 'matchIndex increases monotonically: what a follower stored for this leader it ' +
        'keeps. Results may arrive late, twice or out of order.',
    });
}

function expectNextBeyond({id, state}: ServerView, atMs: number): void {
  for (const [follower, index] of Object.entries(state.matchIndex)) {
    const nextIndex = state.nextIndex[follower];
    if (nextIndex === undefined || nextIndex > index || follower === id) continue;
    broken(NEXT, `${id} has nextIndex ${nextIndex} for ${follower}, not ${index + 1} or more, ` +
      `though it knows that ${follower} holds everything up to ${index}`,
    [{
      who: id, atMs,
      what: `nextIndex[${follower}] = ${nextIndex}, matchIndex[${follower}] = ${index}`,
    }], {
      source: '§5.3; Figure 2, "State"',
      text: 'A refusal that arrives late must not take nextIndex back behind what has been ' +
        'acknowledged since.',
    });
  }
}
