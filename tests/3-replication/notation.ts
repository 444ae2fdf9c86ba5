/**
 * Messages as the tables of this lab write them: a place in the log is index/term, entries are
 * terms in order, as Figure 7 draws them.
 *
 * Read next: 01-receiver.spec.ts.
 */
import {raftNotation} from '../../harness/report/describe-raft';
import {drawnCommand} from '../../harness/scenario';
import type {LogEntry, RaftMessage, ServerId} from '../../harness/raft/messages';

export type Request = Extract<RaftMessage, {readonly type: 'AppendEntries'}>;
export type Results = Extract<RaftMessage, {readonly type: 'AppendEntriesResults'}>;

/** An AppendEntries as a row of a table has it. */
export interface DrawnRequest {
  readonly term: number;
  /** '3/2': the entry before the new ones is at index 3, of term 2. */
  readonly prev: string;
  /** Terms of the entries that follow it; none makes a heartbeat. */
  readonly entries?: string;
}

/** What a refusal may say beside what it refuses. */
export interface Hint {
  readonly conflictTerm?: number;
  readonly conflictIndex?: number;
}

export function requestOf({term, prev, entries = ''}: DrawnRequest, leaderId: ServerId): Request {
  const [prevLogIndex = 0, prevLogTerm = 0] = prev.split('/').map(Number);
  return {
    type: 'AppendEntries', term, leaderId, prevLogIndex, prevLogTerm,
    entries: entriesAfter(prevLogIndex, entries), leaderCommit: 0,
  };
}

/** '2 2' after index 3: the entries 4/2 and 5/2. */
export function entriesAfter(prevLogIndex: number, drawn: string): LogEntry[] {
  return termsOf(drawn).map((term, offset) => (
    {term, command: drawnCommand(prevLogIndex + 1 + offset, term)}
  ));
}

export function success(matchIndex: number): Drawn {
  return term => ({type: 'AppendEntriesResults', term, success: true, matchIndex});
}

export function refusal(prevLogIndex: number, hint: Hint = {}): Drawn {
  return term => ({type: 'AppendEntriesResults', term, success: false, prevLogIndex, ...hint});
}

/** Results without a term: that of the leader, or another one by `ofTerm`. */
export type Drawn = (term: number) => Results;

export function ofTerm(term: number, drawn: Drawn): Drawn {
  return () => drawn(term);
}

/** '1 2*3' is '1 2 2 2'. */
export function drawn(short: string): string {
  return short.split(' ').flatMap(part => {
    const [term = '', times = '1'] = part.split('*');
    return Array.from({length: Number(times)}, () => term);
  }).join(' ');
}

export function termsOf(log: string): number[] {
  return log.split(' ').filter(term => term !== '').map(Number);
}

/** A message as traces and failures show it. */
export function inWords(message: RaftMessage, from: ServerId): string {
  return raftNotation.message({...message}, from) ?? JSON.stringify(message);
}

export function showLog(log: string): string {
  return log === '' ? 'an empty log' : `log ${log}`;
}
