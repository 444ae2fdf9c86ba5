/**
 * A server that stands for election: what it is then, whom it asks, and what a rival changes.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", candidates.
 * Promises: an expectation looks at messages and reported state, never at how votes are kept.
 * Read next: count.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {LabFailure} from '../../harness/scenario';
import type {Because, Row, ScenarioOptions} from '../../harness/scenario';
import type {RequestVoteArguments, ServerId} from '../../harness/raft/messages';

const SELF = 'S1';

/** A server that is asked to stand. */
export interface Candidacy extends Row {
  readonly log: string;
  readonly currentTerm: number;
  readonly votedFor?: ServerId;
  /** A follower of S2, or a candidate that has the vote of S2. */
  readonly as?: 'follower' | 'candidate';
}

/** What the disk of S1 holds before it boots. */
export function candidateOf(row: Candidacy): NonNullable<ScenarioOptions['initial']> {
  return {[SELF]: {log: row.log, currentTerm: row.currentTerm, votedFor: row.votedFor ?? null}};
}

const STANDS: Because = {
  source: '§5.2, Figure 2 "Candidates"',
  text: 'To begin an election a server increments currentTerm, votes for itself, starts its ' +
    'election timer afresh, and asks every other server. It does so again, in yet another term, ' +
    'when an election brings no leader: the votes of the last one died with their term.',
};

/** Asks S1 to stand, and looks at what it is then, and at what it asks the others. */
export async function expectCandidacy(cluster: Cluster, row: Candidacy): Promise<void> {
  let term = row.currentTerm;
  if (row.as === 'follower') await cluster.receive(SELF, 'S2', heartbeat('S2', term));
  if (row.as === 'candidate') {
    await cluster.startElection(SELF);
    term++;
    if (cluster.servers.length > 2) {
      await cluster.receive(SELF, 'S2', {type: 'RequestVoteResults', term, voteGranted: true});
    }
  }
  const resetsBefore = cluster.view(SELF).state.electionTimerResets;
  const asked = await requestsOf(cluster);

  cluster.expectTerm(SELF, term + 1, STANDS);
  cluster.expectVotedFor(SELF, SELF, STANDS);
  cluster.expectRole(SELF, 'candidate', STANDS);
  const {votesGranted, leaderId, electionTimerResets} = cluster.view(SELF).state;
  cluster.expectSame(SELF, 'votesGranted', votesGranted, [SELF], STANDS);
  cluster.expectSame(SELF, 'leaderId', leaderId, null, {
    source: '§5.2',
    text: 'A candidate knows no leader of its new term. A client that asks it must not be sent ' +
      'to the old one.',
  });
  if (electionTimerResets === resetsBefore) {
    throw new LabFailure({
      kind: 'contract',
      claim: `${SELF} let its election timer run — it must start it afresh when it stands.`,
      facts: [{who: SELF, what: `stands in term ${term + 1}`, atMs: cluster.nowMs}],
      why: STANDS,
      hint: 'If nobody wins this election, what makes S1 try again (§5.2)?',
    });
  }
  expectAsked(cluster, asked, {term: term + 1, candidateId: SELF, ...endOf(row.log)});
}

interface Asked {
  readonly to: ServerId;
  readonly request: RequestVoteArguments;
}

async function requestsOf(cluster: Cluster): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const stop = cluster.listen(({from, to, message}) => {
    if (from !== SELF || message.type !== 'RequestVote') return;
    const {type, ...request} = message;
    asked.push({to, request});
  });
  await cluster.startElection(SELF);
  stop();
  return asked;
}

function expectAsked(
  cluster: Cluster, asked: readonly Asked[], wanted: RequestVoteArguments,
): void {
  const others = cluster.others(SELF);
  const voters = asked.map(({to}) => to).sort();
  cluster.expectSame(SELF, 'asked for the votes of', voters, others, STANDS);
  for (const {to, request} of asked) {
    for (const field of ['term', 'candidateId', 'lastLogIndex', 'lastLogTerm'] as const) {
      cluster.expectSame(SELF, `asked ${to} with ${field}`, request[field], wanted[field], {
        source: '§5.4.1, Figure 2 "RequestVote RPC"',
        text: 'A voter compares its log with the last entry that the candidate names. One that ' +
          'names another entry gets votes it must not have, or none.',
      });
    }
  }
}

function endOf(log: string): {lastLogIndex: number; lastLogTerm: number} {
  const terms = log.split(' ').filter(term => term !== '').map(Number);
  return {lastLogIndex: terms.length, lastLogTerm: terms.at(-1) ?? 0};
}

/** S1 stands or leads in term 4, and S2 asks for its vote. */
export interface SameTerm extends Row {
  readonly as: 'candidate' | 'leader';
  /** Of S2. */
  readonly log: string;
  /** S2 asks in term 3, not 4. */
  readonly earlier?: boolean;
}

const RIVAL: Because = {
  source: '§5.2, Figure 4',
  text: 'Only a later term, or for a candidate the leader of its own term, makes a server a ' +
    'follower. A request for a vote does not: S1 has given its vote in this term to itself.',
};

export async function expectSameTermRole(cluster: Cluster, row: SameTerm): Promise<void> {
  await cluster.startElection(SELF);
  if (row.as === 'leader') {
    await cluster.receive(SELF, 'S3', {type: 'RequestVoteResults', term: 4, voteGranted: true});
  }
  const sent = await cluster.receive(SELF, 'S2', {
    type: 'RequestVote', term: row.earlier === true ? 3 : 4, candidateId: 'S2', ...endOf(row.log),
  });
  const granted = sent.some(({message}) =>
    message.type === 'RequestVoteResults' && message.voteGranted);
  if (granted) {
    throw new LabFailure({
      kind: 'contract',
      claim: `${SELF} granted S2 its vote — it must refuse: ${row.because}.`,
      facts: [{who: SELF, what: `${row.as} of term 4, votedFor ${SELF}, when it was asked`}],
      why: RIVAL,
    });
  }
  cluster.expectRole(SELF, row.as, RIVAL);
  cluster.expectVotedFor(SELF, SELF, RIVAL);
  cluster.expectTerm(SELF, 4, RIVAL);
}

function heartbeat(leaderId: ServerId, term: number): {
  readonly type: 'AppendEntries'; readonly term: number; readonly leaderId: ServerId;
  readonly prevLogIndex: number; readonly prevLogTerm: number; readonly entries: readonly [];
  readonly leaderCommit: number;
} {
  return {
    type: 'AppendEntries', term, leaderId, prevLogIndex: 0, prevLogTerm: 0, entries: [],
    leaderCommit: 0,
  };
}
