/**
 * A message says what is true of its sender: its role, its term, the entries of its log.
 *
 * Paper: Figure 2, the arguments and results of both RPCs; Figure 13.
 * Read next: synced-before-sent.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {
  AppendEntriesArguments, AppendEntriesResults, InstallSnapshotArguments, InstallSnapshotResults,
  RaftMessage, RequestVoteArguments, ServerId,
} from '../raft/messages';
import {at, refuse} from './words';

export function honestMessages(): RaftCheck {
  return {
    sent(server, to, message, atMs) {
      const wrong = whatIsWrong(server, to, message);
      if (wrong === null) return;
      refuse(`${server.id} sent ${to} ${message.type} with ${wrong.found} — ${wrong.rule}.`,
        [{who: server.id, what: wrong.truth, atMs}],
        {source: wrong.source, text: wrong.why});
    },
  };
}

interface Wrong {
  readonly found: string;
  readonly rule: string;
  readonly truth: string;
  readonly source: string;
  readonly why: string;
}

function whatIsWrong(server: ServerView, to: ServerId, message: RaftMessage): Wrong | null {
  if (message.term !== server.state.currentTerm) return wrongTerm(server, message.term);
  switch (message.type) {
    case 'AppendEntries':
      return wrongRole(server, 'leader') ?? wrongSender(server, 'leaderId', message.leaderId) ??
        wrongPrevious(server, message) ?? wrongEntries(server, message) ??
        wrongCommit(server, message);
    case 'AppendEntriesResults':
      return wrongMatch(server, message);
    case 'InstallSnapshot':
      return wrongRole(server, 'leader') ?? wrongSender(server, 'leaderId', message.leaderId) ??
        wrongSnapshot(server, message);
    case 'InstallSnapshotResults':
      return wrongInstalled(server, message);
    case 'RequestVote':
      return wrongRole(server, 'candidate') ??
        wrongSender(server, 'candidateId', message.candidateId) ??
        wrongVote(server, server.id) ?? wrongLast(server, message);
    case 'RequestVoteResults':
      return message.voteGranted ? wrongVote(server, to) : null;
    default:
      return null;
  }
}

function wrongTerm({id, state}: ServerView, term: number): Wrong {
  return {
    found: `term=${term}`, rule: `a message carries the sender's currentTerm`,
    truth: `currentTerm is ${state.currentTerm}`, source: '§5.1; Figure 2',
    why: `Servers compare terms whenever they communicate; this is how ${id} tells others that ` +
      'they are behind.',
  };
}

function wrongRole({id, state}: ServerView, role: 'leader' | 'candidate'): Wrong | null {
  if (state.role === role) return null;
  return {
    found: `term=${state.currentTerm} as a ${state.role}`, rule: `only a ${role} sends this`,
    truth: `${id} is a ${state.role} of term ${state.currentTerm}`, source: '§5.1, Figure 4',
    why: 'Followers are passive: they send nothing but answers.',
  };
}

function wrongSender({id}: ServerView, field: string, named: ServerId): Wrong | null {
  if (named === id) return null;
  return {
    found: `${field}=${named}`, rule: 'a server speaks for itself',
    truth: `it was sent by ${id}`, source: 'Figure 2', why: `${field} tells others whom to follow.`,
  };
}

function wrongVote({id, state}: ServerView, votedFor: ServerId): Wrong | null {
  if (state.votedFor === votedFor) return null;
  return {
    found: votedFor === id ? 'a vote of its own that it has not given' : 'voteGranted=true',
    rule: `votedFor must be ${votedFor} then`,
    truth: `votedFor is ${state.votedFor ?? 'null'}`, source: '§5.2; Figure 2, "State"',
    why: 'votedFor remembers who got the vote of this term. A vote that is not remembered is ' +
      'given again, and two candidates may lead the same term.',
  };
}

function termAt({log}: ServerView, index: number): number | undefined {
  return index === 0 ? 0 : log[index - 1]?.term;
}

function wrongPrevious(server: ServerView, message: AppendEntriesArguments): Wrong | null {
  const {prevLogIndex, prevLogTerm} = message;
  const term = termAt(server, prevLogIndex);
  if (term === prevLogTerm) return null;
  return {
    found: `prev=${at(prevLogIndex, prevLogTerm)}`,
    rule: 'prevLogIndex and prevLogTerm name an entry of the leader',
    truth: term === undefined ? `its log ends at index ${server.log.length}`
      : `the entry at index ${prevLogIndex} has term ${term}`,
    source: '§5.3; Figure 2, "AppendEntries RPC"',
    why: 'The consistency check compares this entry with the follower’s own; a wrong one makes a ' +
      'follower take entries that do not belong there, or refuse those that do.',
  };
}

function wrongEntries(server: ServerView, message: AppendEntriesArguments): Wrong | null {
  for (let n = 0; n < message.entries.length; n++) {
    const index = message.prevLogIndex + 1 + n;
    const term = termAt(server, index);
    const sent = message.entries[n]!;
    if (sent.term === term) continue;
    return {
      found: `entry ${at(index, sent.term)}`, rule: 'the entries are those after prevLogIndex',
      truth: term === undefined ? `its log ends at index ${server.log.length}`
        : `its log holds ${at(index, term)} there`,
      source: '§5.3; Figure 2, "AppendEntries RPC"',
      why: 'A follower puts the entries right behind prevLogIndex; one off, and the logs differ.',
    };
  }
  return null;
}

function wrongCommit({state}: ServerView, {leaderCommit}: AppendEntriesArguments): Wrong | null {
  // The commitIndex of before this input is as true as the one after it.
  if (leaderCommit <= state.commitIndex) return null;
  return {
    found: `leaderCommit=${leaderCommit}`, rule: `leaderCommit is the leader's commitIndex`,
    truth: `commitIndex is ${state.commitIndex}`, source: 'Figure 2, "AppendEntries RPC"',
    why: 'Followers apply what leaderCommit covers.',
  };
}

function wrongMatch({log}: ServerView, results: AppendEntriesResults): Wrong | null {
  if (!results.success || results.matchIndex <= log.length) return null;
  return {
    found: `matchIndex=${results.matchIndex}`,
    rule: 'a success vouches for entries of the follower’s own log',
    truth: `its log ends at index ${log.length}`, source: '§5.3; Figure 2, "AppendEntries RPC"',
    why: 'The leader counts matchIndex towards a majority.',
  };
}

function wrongSnapshot(server: ServerView, message: InstallSnapshotArguments): Wrong | null {
  const {lastIncludedIndex, lastIncludedTerm} = message;
  const {lastApplied} = server.state;
  const term = termAt(server, lastIncludedIndex);
  if (lastIncludedIndex <= lastApplied && term === lastIncludedTerm) return null;
  return {
    found: `lastIncluded=${at(lastIncludedIndex, lastIncludedTerm)}`,
    rule: 'lastIncludedIndex and lastIncludedTerm name the last entry in the snapshot',
    truth: lastIncludedIndex > lastApplied ? `it has applied ${lastApplied} entries`
      : `the entry at index ${lastIncludedIndex} has term ${term}`,
    source: '§7, Figure 13',
    why: 'The follower begins its log behind this entry: the consistency check of the next ' +
      'AppendEntries compares with it, and its state machine goes on from there.',
  };
}

function wrongInstalled(
  {log}: ServerView, {lastIncludedIndex}: InstallSnapshotResults,
): Wrong | null {
  if (lastIncludedIndex <= log.length) return null;
  return {
    found: `lastIncludedIndex=${lastIncludedIndex}`,
    rule: 'results speak of what is there now, and a refusal of nothing (0)',
    truth: `its log and its snapshot end at index ${log.length}`, source: '§7, Figure 13',
    why: 'The leader takes it for a matchIndex, and counts it towards a majority.',
  };
}

function wrongLast(server: ServerView, message: RequestVoteArguments): Wrong | null {
  const index = server.log.length;
  const term = termAt(server, index) ?? 0;
  const {lastLogIndex, lastLogTerm} = message;
  if (lastLogIndex === index && lastLogTerm === term) return null;
  return {
    found: `last=${at(lastLogIndex, lastLogTerm)}`, rule: 'it names the candidate’s last entry',
    truth: `its last entry is ${at(index, term)}`, source: '§5.4.1; Figure 2, "RequestVote RPC"',
    why: 'Voters decide by it whether the candidate’s log is at least as up to date as theirs.',
  };
}
