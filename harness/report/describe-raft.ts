/**
 * Raft's messages and state in the kit's one notation: `AppendEntries term=4 prev=1/1 …`.
 *
 * Paper: Figure 2 for the names; a place in the log is written index/term.
 * Promises: describes whatever a student's server sent, however wrong; never throws.
 * Read next: raft-doings.ts.
 */
import {kvCommand, kvRequest, kvResults} from './describe-kv';
import {packet} from './describe-packet';
import type {BoxView, Fields, Lane, Notation} from './notation';
import {shortValue} from './notation';
import {raftDoings} from './raft-doings';
import {counted} from './text-layout';

const ENTRIES_SHOWN = 4;

const BOOKKEEPING: ReadonlySet<string> = new Set([
  'nextIndex', 'matchIndex', 'votesGranted', 'lastApplied', 'electionTimerResets',
  'lastIncludedTerm',
]);

type Describe = (message: Fields, from: string) => string;

const MESSAGES: Readonly<Record<string, Describe>> = {
  AppendEntries: appendEntries,
  AppendEntriesResults: appendEntriesResults,
  RequestVote: requestVote,
  RequestVoteResults: requestVoteResults,
  InstallSnapshot: installSnapshot,
  InstallSnapshotResults: installSnapshotResults,
  KvRequest: kvRequest,
  KvResults: kvResults,
  Packet: packet,
};

export const raftNotation: Notation = {
  legend: ['L leader', 'C candidate', '| anyone else'],
  pictureLegend: [
    'F4, C4, L4: a follower, candidate, leader of term 4 from here on',
    'c2: commitIndex becomes 2', 's2: a snapshot replaces the log up to index 2',
  ],
  message: (message, from) => {
    const type = message['type'];
    if (typeof type !== 'string' || !Object.hasOwn(MESSAGES, type)) return null;
    return MESSAGES[type]?.(message, from) ?? null;
  },
  command: kvCommand,
  isRoutine,
  blankState: box => !/^S\d+$/.test(box) ? {} : {
    currentTerm: 0, votedFor: null, commitIndex: 0, lastApplied: 0, nextIndex: {}, matchIndex: {},
    role: 'follower', leaderId: null, votesGranted: [], electionTimerResets: 0,
    lastIncludedIndex: 0, lastIncludedTerm: 0,
  },
  logChange,
  isBookkeeping: field => BOOKKEEPING.has(field),
  remark,
  mark: ({commitIndex, lastIncludedIndex}) => (
    numbered('s', lastIncludedIndex) ?? numbered('c', commitIndex)
  ),
  lane,
  doings: raftDoings,
};

function numbered(letter: string, index: unknown): string | null {
  return typeof index === 'number' && index > 0 ? `${letter}${index}` : null;
}

function appendEntries(message: Fields, from: string): string {
  const {type, term, leaderId, prevLogIndex, prevLogTerm, entries, leaderCommit, ...rest} = message;
  return words([
    'AppendEntries', `term=${shortValue(term)}`,
    `prev=${shortValue(prevLogIndex)}/${shortValue(prevLogTerm)}`,
    `entries=${entryList(prevLogIndex, entries)}`, `leaderCommit=${shortValue(leaderCommit)}`,
    unlessSender('leaderId', leaderId, from), ...others(rest),
  ]);
}

function appendEntriesResults(message: Fields): string {
  const {type, term, success, matchIndex, prevLogIndex, ...rest} = message;
  return results('AppendEntries', success, ['success', 'refused'], [
    `term=${shortValue(term)}`,
    matchIndex === undefined ? '' : `matchIndex=${shortValue(matchIndex)}`,
    prevLogIndex === undefined ? '' : `prevLogIndex=${shortValue(prevLogIndex)}`, ...others(rest),
  ]);
}

function requestVote(message: Fields, from: string): string {
  const {type, term, candidateId, lastLogIndex, lastLogTerm, ...rest} = message;
  return words([
    'RequestVote', `term=${shortValue(term)}`,
    `last=${shortValue(lastLogIndex)}/${shortValue(lastLogTerm)}`,
    unlessSender('candidateId', candidateId, from), ...others(rest),
  ]);
}

function requestVoteResults(message: Fields): string {
  const {type, term, voteGranted, ...rest} = message;
  return results('RequestVote', voteGranted, ['granted', 'refused'], [
    `term=${shortValue(term)}`, ...others(rest),
  ]);
}

function installSnapshot(message: Fields, from: string): string {
  const {type, term, leaderId, lastIncludedIndex, lastIncludedTerm, data, ...rest} = message;
  return words([
    'InstallSnapshot', `term=${shortValue(term)}`,
    `lastIncluded=${shortValue(lastIncludedIndex)}/${shortValue(lastIncludedTerm)}`,
    `data=${data === undefined ? '?' : counted(JSON.stringify(data).length, 'byte')}`,
    unlessSender('leaderId', leaderId, from), ...others(rest),
  ]);
}

function installSnapshotResults(message: Fields): string {
  const {type, term, lastIncludedIndex, ...rest} = message;
  const said = lastIncludedIndex === 0
    ? 'refused' : `lastIncludedIndex=${shortValue(lastIncludedIndex)}`;
  return `InstallSnapshot results: ${
    [said, `term=${shortValue(term)}`, ...others(rest)].join(', ')}`;
}

function results(
  rpc: string, answer: unknown, said: readonly [yes: string, no: string], fields: readonly string[],
): string {
  const [yes, no] = said;
  const verdict = answer === true ? yes : answer === false ? no : `answer ${shortValue(answer)}`;
  return `${rpc} results: ${[verdict, ...fields.filter(Boolean)].join(', ')}`;
}

function others(rest: Fields): string[] {
  return Object.entries(rest).map(([name, value]) => `${name}=${shortValue(value)}`);
}

/** Sender and leader are the same server unless something is wrong: then it is worth a word. */
function unlessSender(name: string, value: unknown, from: string): string {
  return value === from ? '' : `${name}=${shortValue(value)}`;
}

function words(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}

function termOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'term' in entry
    ? shortValue(entry.term)
    : '?';
}

function positions(from: number, entries: readonly unknown[]): string {
  const all = entries.map((entry, offset) => `${from + offset}/${termOf(entry)}`);
  return all.length <= ENTRIES_SHOWN ? all.join(' ') : `${all[0]} … ${all.at(-1)}`;
}

function entryList(prevLogIndex: unknown, entries: unknown): string {
  if (!Array.isArray(entries) || typeof prevLogIndex !== 'number') return shortValue(entries);
  return `[${positions(prevLogIndex + 1, entries)}]`;
}

function logChange(from: number, entries: readonly unknown[]): string {
  if (entries.length === 0) return `log now ends at index ${from - 1}`;
  return `log from index ${from}: ${positions(from, entries)}`;
}

function isRoutine(message: Fields): boolean {
  const entries = message['entries'];
  if (message['type'] === 'AppendEntries') return Array.isArray(entries) && entries.length === 0;
  if (message['type'] === 'Packet') return message['does'] === 'takes';
  return message['type'] === 'AppendEntriesResults' && message['success'] === true;
}

/** A leader that commits an entry of an earlier term is what Figure 8 warns of. */
function remark(changed: Fields, view: BoxView): string | null {
  const {role, currentTerm, commitIndex} = view.state;
  if (!('commitIndex' in changed) || role !== 'leader') return null;
  if (typeof commitIndex !== 'number') return null;
  const entry = view.log.get(commitIndex);
  if (entry === undefined || termOf(entry) === shortValue(currentTerm)) return null;
  return `the entry is of term ${termOf(entry)}, currentTerm is ${shortValue(currentTerm)}`;
}

function lane(view: BoxView): Lane {
  const {role, currentTerm} = view.state;
  const term = shortValue(currentTerm);
  if (role === 'leader') {
    return {mark: 'L', band: `leader, term ${term}`, label: `L${term}`, look: 'leading'};
  }
  if (role === 'candidate') {
    return {mark: 'C', band: `candidate, term ${term}`, label: `C${term}`, look: 'rising'};
  }
  if (role === 'follower') {
    return {mark: '|', band: `follower, term ${term}`, label: `F${term}`, look: 'quiet'};
  }
  return {mark: '|', band: '', label: '', look: 'quiet'};
}
