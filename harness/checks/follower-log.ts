/**
 * A follower's log changes only by what the leader of its term sends, and only where it must.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC", receiver, steps 1 to 4.
 * Promises: two ways of removing entries are right: with the new entry that conflicts, or already
 * when prevLogIndex names an entry of another term. To remove what the request does not contradict
 * is wrong, because the request may be an old one that arrives late. What an InstallSnapshot may do
 * is for kept-suffix.ts to say.
 * Read next: kept-suffix.ts, answers.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {AppendEntriesArguments, LogEntry, ServerId} from '../raft/messages';
import type {Handling} from './handling';
import {at, fact, refuse} from './words';
import type {Why} from './words';

export function followerLog(handling: Handling): RaftCheck {
  /** By server, the incarnation that is up: the first report of a boot is what the disk held. */
  const up = new Map<ServerId, number>();
  return {
    logChanged(server, from, removed, added, atMs) {
      if (server.state.role === 'leader' || up.get(server.id) !== server.incarnation) return;
      if (handling.isTestAtWork) return;
      const message = handling.now?.message;
      if (message?.type === 'InstallSnapshot') return;
      if (message?.type !== 'AppendEntries') return untold(server, {from, removed, added}, atMs);
      if (message.term < server.state.currentTerm) stale(server, message, from, atMs);
      expectConflict(server, message, {from, removed}, atMs);
      expectSent(server, message, {from, added}, atMs);
    },
    booted({id, incarnation}) {
      up.set(id, incarnation);
    },
  };
}

/** The term the request shows at an index; undefined if it says nothing about it. */
export function termShown(
  {prevLogIndex, prevLogTerm, entries}: AppendEntriesArguments, index: number,
): number | undefined {
  return index === prevLogIndex ? prevLogTerm : entries[index - prevLogIndex - 1]?.term;
}

const WHY_REMOVE: Why = {
  source: '§5.3; Figure 2, "AppendEntries RPC", step 3',
  text: 'A request may be an old one that arrives late. What it does not contradict may be ' +
    'stored on a majority by now, and committed because this server said that it has it.',
};

const WHY_APPEND: Why = {
  source: '§5.3; Figure 2, "AppendEntries RPC", step 4',
  text: 'Logs are equal because each entry is put exactly where the leader has it, right behind ' +
    'the entry that the consistency check has compared.',
};

interface Change {
  readonly from: number;
  readonly removed: readonly LogEntry[];
  readonly added: readonly LogEntry[];
}

function untold({id, state, log}: ServerView, {from, removed, added}: Change, atMs: number): never {
  const first = added[0] ?? removed[0];
  const what = `${added.length > 0 ? 'appended' : 'removed'} entry ${at(from, first?.term ?? 0)}`;
  refuse(`${id} ${what} as a ${state.role}, though no leader told it to — followers ` +
    'change their logs only by AppendEntries.',
  [{who: id, what: `${what}; its log now ends at index ${log.length}`, atMs}], {
    source: '§5.3; Figure 2, "AppendEntries RPC"',
    text: 'Entries flow in one direction: from the leader to its followers.',
  });
}

function stale(
  {id, state}: ServerView, {term, leaderId}: AppendEntriesArguments, from: number, atMs: number,
): never {
  refuse(`${id} is in term ${state.currentTerm} and changed its log for an AppendEntries of term ` +
    `${term} — a request of an earlier term changes nothing.`, [
    {who: leaderId, what: `sent AppendEntries as the leader of term ${term}`},
    {who: id, what: `changed its log from index ${from} on, in term ${state.currentTerm}`, atMs},
  ], {
    source: '§5.1; Figure 2, "AppendEntries RPC", step 1',
    text: 'That leader was replaced and does not know. What it sends may contradict what the new ' +
      'leader has committed.',
  });
}

function expectConflict(
  {id, log}: ServerView, message: AppendEntriesArguments,
  {from, removed}: Pick<Change, 'from' | 'removed'>, atMs: number,
): void {
  const first = removed[0];
  if (first === undefined) return;
  const shown = termShown(message, from);
  if (shown !== undefined && shown !== first.term) return;
  const place = at(from, first.term);
  refuse(`${id} removed entry ${place}, with which the AppendEntries of ${message.leaderId} does ` +
    'not conflict — only an entry of another term at the same index is a conflict.', [
    {who: message.leaderId, what: `sent ${drawRequest(message)}`},
    fact(id, `removed ${place} and all after it; its log now ends at index ${log.length}`, atMs),
  ], WHY_REMOVE, 'Does it cut its log after every request, or only where terms differ?');
}

function expectSent(
  {id, log}: ServerView, message: AppendEntriesArguments,
  {from, added}: Pick<Change, 'from' | 'added'>, atMs: number,
): void {
  const wrong = added.findIndex(({term}, n) =>
    from + n <= message.prevLogIndex || termShown(message, from + n) !== term);
  const {prevLogIndex, prevLogTerm} = message;
  if (wrong !== -1) {
    const place = at(from + wrong, added[wrong]?.term ?? 0);
    refuse(`${id} appended ${place}, which the AppendEntries of ${message.leaderId} does not ` +
      'carry — entries are put where the leader has them.', [
      {who: message.leaderId, what: `sent ${drawRequest(message)}`},
      {who: id, what: `appended ${place}`, atMs},
    ], WHY_APPEND);
  }
  const held = prevLogIndex === 0 ? 0 : log[prevLogIndex - 1]?.term ?? 0;
  if (added.length === 0 || held === prevLogTerm) return;
  refuse(`${id} appended entries after ${at(prevLogIndex, held)}, but the AppendEntries of ` +
    `${message.leaderId} names ${at(prevLogIndex, prevLogTerm)} — where the entry at ` +
    'prevLogIndex differs, the request is refused.', [
    {who: message.leaderId, what: `sent ${drawRequest(message)}`},
    {who: id, what: `holds ${at(prevLogIndex, held)} and appended ${added.length} after it`, atMs},
  ], WHY_APPEND);
}

/** 'prev=2/1 entries=[3/2 4/2]'. */
export function drawRequest({prevLogIndex, prevLogTerm, entries}: AppendEntriesArguments): string {
  const places = entries.slice(0, 6).map(({term}, n) => at(prevLogIndex + 1 + n, term));
  const more = entries.length > places.length ? ` and ${entries.length - places.length} more` : '';
  return `prev=${at(prevLogIndex, prevLogTerm)} entries=[${places.join(' ')}${more}]`;
}
