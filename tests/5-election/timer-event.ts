/**
 * A message to a follower, and whether it starts the follower's election timer afresh.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers".
 * Promises: asks only whether the timer was started, never how often: twice is as good as once.
 * Read next: 03-election-timer.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {LabFailure} from '../../harness/scenario';
import type {Row} from '../../harness/scenario';
import type {RaftMessage, RequestVoteArguments} from '../../harness/raft/messages';

type RequestVote = {readonly type: 'RequestVote'} & RequestVoteArguments;

export interface TimerEvent extends Row {
  readonly event: RaftMessage;
  /** Its vote of term 3 is given already. */
  readonly votedFor?: 'S3';
  readonly resets: boolean;
}

const SELF = 'S1';
const OTHER = 'S2';

/** Brings S1 into term 3, in which S3 asked for its vote and got it or not; then the message. */
export async function expectTimer(cluster: Cluster, row: TimerEvent): Promise<void> {
  await cluster.startElection(SELF);
  const log = row.votedFor === undefined ? '' : '1 1';
  await cluster.receive(SELF, 'S3', {...requestVote(3, log), candidateId: 'S3'});
  const before = cluster.view(SELF).state.electionTimerResets;
  await cluster.receive(SELF, OTHER, row.event);
  const started = cluster.view(SELF).state.electionTimerResets > before;
  if (started === row.resets) return;
  const {type, ...fields} = row.event;
  throw new LabFailure({
    kind: 'contract',
    claim: started
      ? `${SELF} started its election timer afresh — it must let it run: ${row.because}.`
      : `${SELF} let its election timer run — it must start it afresh: ${row.because}.`,
    facts: [
      {who: SELF, what: `follower in term 3, log 1 1, votedFor ${row.votedFor ?? 'nobody'}, when ` +
        'the message arrived'},
      {who: OTHER, what: `sent ${type} ${inWords(fields)}`, atMs: cluster.nowMs},
    ],
    why: started ? TOO_OFTEN : TOO_SELDOM,
    hint: 'Does S1 call resetElectionTimer when it grants a vote and when it hears from the ' +
      'leader of its term, and at no other time?',
  });
}

/** 'term=4 lastLogIndex=1 lastLogTerm=1': who sent it is said already. */
function inWords(fields: object): string {
  return Object.entries(fields)
    .filter(([name]) => !['candidateId', 'leaderId', 'entries', 'leaderCommit'].includes(name))
    .map(([name, value]) => `${name}=${String(value)}`).join(' ');
}

const TOO_OFTEN = {
  source: '§5.2, Figure 2 "Followers"',
  text: 'A server whose log is too old to win may ask again and again. If being asked keeps the ' +
    'others from standing, those who could win never stand, and there is no leader.',
};
const TOO_SELDOM = {
  source: '§5.2, Figure 2 "Followers"',
  text: 'A follower that lets its timer run though a leader or a candidate with a good log is at ' +
    'work will stand itself, enter a new term, and depose it.',
};

export function starts(rows: readonly Omit<TimerEvent, 'resets'>[]): readonly TimerEvent[] {
  return rows.map(row => ({...row, resets: true}));
}

export function runs(rows: readonly Omit<TimerEvent, 'resets'>[]): readonly TimerEvent[] {
  return rows.map(row => ({...row, resets: false}));
}

export function requestVote(term: number, log: string): RequestVote {
  const {index, last} = endOf(log);
  return {type: 'RequestVote', term, candidateId: OTHER, lastLogIndex: index, lastLogTerm: last};
}

/** A heartbeat that names the end of `log`. */
export function appendEntries(term: number, log: string): RaftMessage {
  const {index, last} = endOf(log);
  return {
    type: 'AppendEntries', term, leaderId: OTHER, prevLogIndex: index, prevLogTerm: last,
    entries: [], leaderCommit: 0,
  };
}

export function vote(term: number): RaftMessage {
  return {type: 'RequestVoteResults', term, voteGranted: true};
}

export function noVote(term: number): RaftMessage {
  return {type: 'RequestVoteResults', term, voteGranted: false};
}

export function success(term: number): RaftMessage {
  return {type: 'AppendEntriesResults', term, success: true, matchIndex: 1};
}

export function refusal(term: number): RaftMessage {
  return {type: 'AppendEntriesResults', term, success: false, prevLogIndex: 1};
}

function endOf(log: string): {readonly index: number; readonly last: number} {
  const terms = log.split(' ').filter(term => term !== '').map(Number);
  return {index: terms.length, last: terms.at(-1) ?? 0};
}
