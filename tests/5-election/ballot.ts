/**
 * One request for a vote: who asks whom, with what, and what must come of it.
 *
 * Paper: §5.2, §5.4.1; Figure 2, "RequestVote RPC", receiver.
 * Promises: a voter may refuse or say nothing where it must not grant; both are right.
 * Read next: 01-votes.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {LabFailure, entriesOf} from '../../harness/scenario';
import type {Because, Row, ScenarioOptions} from '../../harness/scenario';
import type {RequestVoteArguments, ServerId} from '../../harness/raft/messages';

export const VOTER = 'S1';
export const CANDIDATE = 'S2';

/** A voter, a candidate, their logs as Figure 7 draws them. */
export interface Ballot extends Row {
  readonly voter: string;
  /** Of the voter; the term of its last entry if absent. */
  readonly currentTerm?: number;
  /** Of the voter, in its currentTerm. */
  readonly votedFor?: ServerId;
  readonly candidate: string;
  /** Of the request; one that neither of them has seen if absent. */
  readonly term?: number;
  readonly granted: boolean;
}

export function granted(rows: readonly Omit<Ballot, 'granted'>[]): readonly Ballot[] {
  return rows.map(row => ({...row, granted: true}));
}

export function refused(rows: readonly Omit<Ballot, 'granted'>[]): readonly Ballot[] {
  return rows.map(row => ({...row, granted: false}));
}

/** What the voter's disk holds before it boots. */
export function voterOf(row: Ballot): NonNullable<ScenarioOptions['initial']> {
  const votedFor = row.votedFor ?? null;
  return {[VOTER]: {log: row.voter, currentTerm: currentTermOf(row), votedFor}};
}

/** Gives the voter the request, and holds its answer and its state against the row. */
export async function expectBallot(
  cluster: Cluster, row: Ballot, {why, hint}: {readonly why: Because; readonly hint: string},
): Promise<void> {
  const request = requestOf(row);
  const before = currentTermOf(row);
  const facts = [
    {who: VOTER, what: `log ${row.voter || 'empty'}, currentTerm ${before}, ` +
      `votedFor ${row.votedFor ?? 'nobody'}, when it was asked`},
    {who: CANDIDATE, what: `log ${row.candidate || 'empty'}, asks in term ${request.term} with ` +
      `last entry ${request.lastLogIndex}/${request.lastLogTerm}`},
  ];
  const answers = (await cluster.receive(VOTER, CANDIDATE, {type: 'RequestVote', ...request}))
    .filter(({to}) => to === CANDIDATE).map(({message}) => message);
  const results = answers.find(message => message.type === 'RequestVoteResults');
  const isGranted = results?.type === 'RequestVoteResults' && results.voteGranted;
  if (isGranted !== row.granted) {
    const did = results === undefined ? 'did not answer' : isGranted ? 'voted for' : 'refused';
    const must = row.granted ? 'must grant its vote' : 'must refuse';
    throw new LabFailure({
      kind: 'contract',
      claim: `${VOTER} ${did} ${CANDIDATE} in term ${request.term} — it ${must}: ${row.because}.`,
      facts, why, hint,
    });
  }
  const isLater = request.term > before;
  const currentTerm = Math.max(before, request.term);
  cluster.expectTerm(VOTER, currentTerm, SEES_TERMS);
  if (results !== undefined) {
    cluster.expectSame(VOTER, 'answered with term', results.term, currentTerm, TELLS_TERM);
  }
  const kept = isLater ? null : row.votedFor ?? null;
  cluster.expectVotedFor(VOTER, row.granted ? CANDIDATE : kept, REMEMBERS);
  cluster.expectSame(VOTER, 'leaderId', cluster.view(VOTER).state.leaderId, null, NOT_A_LEADER);
}

function currentTermOf(row: Ballot): number {
  return row.currentTerm ?? entriesOf(row.voter).at(-1)?.term ?? 0;
}

function requestOf(row: Ballot): RequestVoteArguments {
  const entries = entriesOf(row.candidate);
  const lastLogTerm = entries.at(-1)?.term ?? 0;
  const term = row.term ?? Math.max(currentTermOf(row), lastLogTerm) + 1;
  return {term, candidateId: CANDIDATE, lastLogIndex: entries.length, lastLogTerm};
}

const SEES_TERMS: Because = {
  source: '§5.1',
  text: 'A server that sees a later term enters it, whether or not the candidate gets its vote. ' +
    'An earlier term never takes it back.',
};
const TELLS_TERM: Because = {
  source: '§5.1, Figure 2 "RequestVote RPC"',
  text: 'Results carry the currentTerm of the voter, so that a candidate that is behind learns ' +
    'of it and can stand in a later one.',
};
const REMEMBERS: Because = {
  source: '§5.2, Figure 2 "State"',
  text: 'votedFor is the candidate that got the vote in currentTerm, or null. A vote that is not ' +
    'remembered can be given twice; one that is remembered and was not given is lost.',
};
const NOT_A_LEADER: Because = {
  source: '§5.2',
  text: 'A candidate is not a leader: it may lose. leaderId is set by an AppendEntries only.',
};
