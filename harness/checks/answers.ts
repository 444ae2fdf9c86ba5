/**
 * A yes is given only where the paper says yes: a vote, a success of AppendEntries, a snapshot.
 *
 * Paper: §5.3, §5.4.1; Figure 2, the receivers of both RPCs; Figure 13.
 * Promises: a no is always free, and so is silence. Only answers to the message that is being
 * handled are judged.
 * Read next: match-index.ts, what leaders make of a success.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {
  AppendEntriesArguments, AppendEntriesSuccess, InstallSnapshotArguments, InstallSnapshotResults,
  RequestVoteArguments, ServerId,
} from '../raft/messages';
import {drawRequest, termShown} from './follower-log';
import type {Handling} from './handling';
import {at, fact, refuse} from './words';

export function answers(handling: Handling): RaftCheck {
  /** Whether the vote that is asked for was given before: then it may be given again, whatever the
   *  voter has been sent since, perhaps by this very candidate. */
  let isRepeated = false;
  return {
    received({state}, from, message) {
      isRepeated = state.currentTerm === message.term && state.votedFor === from;
    },
    sent(server, to, message, atMs) {
      const {now} = handling;
      if (now === null || now.from !== to) return;
      const request = now.message;
      if (message.type === 'RequestVoteResults' && request.type === 'RequestVote') {
        if (message.voteGranted) expectVote(server, to, {...request, isRepeated}, atMs);
      } else if (message.type === 'AppendEntriesResults' && request.type === 'AppendEntries') {
        if (message.success) expectMatch(server, request, message, atMs);
      } else if (message.type === 'InstallSnapshotResults' && request.type === 'InstallSnapshot') {
        if (message.lastIncludedIndex > 0) expectInstalled(server, request, message, atMs);
      }
    },
  };
}

function expectVote(
  server: ServerView, candidate: ServerId,
  request: RequestVoteArguments & {readonly isRepeated: boolean}, atMs: number,
): void {
  const {id, state, log} = server;
  const {term, lastLogIndex, lastLogTerm} = request;
  if (term < state.currentTerm) staleYes(server, candidate, {type: 'RequestVote', term}, atMs);
  if (request.isRepeated) return;
  const ownTerm = log.at(-1)?.term ?? 0;
  if (lastLogTerm > ownTerm || (lastLogTerm === ownTerm && lastLogIndex >= log.length)) return;
  const [its, own] = [at(lastLogIndex, lastLogTerm), at(log.length, ownTerm)];
  refuse(`${id} voted for ${candidate}, whose last entry is ${its}, though its own is ${own} — ` +
    'it must refuse a log that is less up to date.', [
    {who: candidate, what: `asked for a vote in term ${term}, last=${its}`},
    fact(id, `granted it, though its own log ends with ${own}`, atMs),
  ], {
    source: '§5.4.1; Figure 2, "RequestVote RPC"',
    text: 'A committed entry is on a majority, so some voter of every election has it. Only if ' +
      'that voter refuses a candidate without it, no leader will lack it. The later last term ' +
      'wins; if they are equal, the longer log does.',
  });
}

function expectMatch(
  server: ServerView, request: AppendEntriesArguments, {matchIndex}: AppendEntriesSuccess,
  atMs: number,
): void {
  const {id, state, log} = server;
  const {term, leaderId, prevLogIndex, entries} = request;
  if (term < state.currentTerm) staleYes(server, leaderId, {type: 'AppendEntries', term}, atMs);
  const sent = {who: leaderId, what: `sent ${drawRequest(request)}`};
  const last = prevLogIndex + entries.length;
  if (matchIndex > last) {
    refuse(`${id} answered matchIndex ${matchIndex}, but the request vouches for ${last} — a ` +
      'success speaks of what the request carried.', [
      sent,
      fact(id, `answered matchIndex ${matchIndex}; its log ends at index ${log.length}`, atMs),
    ], {
      source: '§5.3; Figure 2, "AppendEntries RPC"',
      text: 'What stands behind the last new entry may be left over from an earlier leader. The ' +
        'leader counts matchIndex, and would commit entries that this server does not have.',
    });
  }
  const shown = termShown(request, matchIndex);
  const held = matchIndex === 0 ? 0 : log[matchIndex - 1]?.term;
  if (shown === undefined || shown === held) return;
  const holds = held === undefined ? `its log ends at index ${log.length}`
    : `it holds ${at(matchIndex, held)}`;
  refuse(`${id} answered success up to entry ${at(matchIndex, shown)} of ${leaderId}, but ` +
    `${holds} — success says that both logs are equal up to there.`, [
    sent, fact(id, `answered matchIndex ${matchIndex}, and ${holds}`, atMs),
  ], {
    source: '§5.3; Figure 2, "AppendEntries RPC", step 2',
    text: 'The consistency check holds for every request, heartbeats included: without the entry ' +
      'at prevLogIndex, in its term, the answer is no.',
  });
}

/** Figure 13: by now the follower's log, or its snapshot, equals the leader's up to there. */
function expectInstalled(
  server: ServerView, request: InstallSnapshotArguments, results: InstallSnapshotResults,
  atMs: number,
): void {
  const {id, state, log} = server;
  const {term, leaderId, lastIncludedIndex: index, lastIncludedTerm} = request;
  if (term < state.currentTerm) staleYes(server, leaderId, {type: 'InstallSnapshot', term}, atMs);
  const held = log[index - 1]?.term;
  if (results.lastIncludedIndex <= index && held === lastIncludedTerm) return;
  const ends = held === undefined ? `what it has ends at index ${log.length}`
    : `it holds ${at(index, held)}`;
  refuse(`${id} answered lastIncludedIndex ${results.lastIncludedIndex} to a snapshot up to ` +
    `${at(index, lastIncludedTerm)}, but ${ends} — the answer says that it is there.`, [
    {who: leaderId, what: `sent InstallSnapshot up to ${at(index, lastIncludedTerm)}`},
    fact(id, `answered lastIncludedIndex ${results.lastIncludedIndex}; ${ends}`, atMs),
  ], {
    source: '§7, Figure 13',
    text: 'The leader takes it for a matchIndex: it goes on with the entries behind it, and ' +
      'counts this server for all before it.',
  });
}

function staleYes(
  {id, state}: ServerView, to: ServerId,
  {type, term}: {readonly type: string; readonly term: number}, atMs: number,
): never {
  refuse(`${id} is in term ${state.currentTerm} and said yes to ${type} of term ${term} — a ` +
    'request of an earlier term is refused or ignored.', [
    {who: to, what: `sent ${type} of term ${term}`},
    fact(id, `said yes to it in term ${state.currentTerm}`, atMs),
  ], {
    source: '§5.1; Figure 2',
    text: 'The sender was replaced and does not know. A yes would count in a term that it was ' +
      'not given in.',
  });
}
