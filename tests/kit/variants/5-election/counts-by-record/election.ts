/**
 * A correct election.ts in another style: it keeps the votes of every term in a record of its own,
 * and asks voters again that have given their vote already.
 *
 * Paper: §5.2, §5.4.1; Figure 2, "RequestVote RPC".
 */
import type {RaftServer, RequestVoteArguments, RequestVoteResults, ServerId} from '#raft';
import {initializeLeader} from '#solution/replication';
import {observeTerm} from '#solution/terms';

/** For each term in which this server stood: who answered, and how. */
const ballots = new Map<number, Map<ServerId, boolean>>();

export function becomeCandidate(server: RaftServer): void {
  const {state, self} = server;
  state.currentTerm += 1;
  state.role = 'candidate';
  state.votedFor = self;
  state.leaderId = null;
  ballots.set(state.currentTerm, new Map([[self, true]]));
  state.votesGranted = new Set([self]);
  server.resetElectionTimer();
  leadIfElected(server);
}

export function requestVoteFor(
  server: RaftServer, _voter: ServerId,
): RequestVoteArguments | undefined {
  const {log, currentTerm} = server.state;
  if (!ballots.has(currentTerm) || server.state.role !== 'candidate') return undefined;
  return {
    lastLogTerm: log.termAt(log.lastIndex) ?? 0, lastLogIndex: log.lastIndex,
    candidateId: server.self, term: currentTerm,
  };
}

export function handleRequestVote(
  server: RaftServer, request: RequestVoteArguments,
): RequestVoteResults {
  observeTerm(server, request.term);
  const {state} = server;
  const refusal = {term: state.currentTerm, voteGranted: false};
  if (request.term !== state.currentTerm) return refusal;
  if (state.role !== 'follower') return refusal;
  if (state.votedFor !== null && state.votedFor !== request.candidateId) return refusal;
  if (request.lastLogTerm < state.log.lastTerm) return refusal;
  const sameTerm = request.lastLogTerm === state.log.lastTerm;
  if (sameTerm && request.lastLogIndex < state.log.lastIndex) return refusal;
  state.votedFor = request.candidateId;
  server.resetElectionTimer();
  return {...refusal, voteGranted: true};
}

export function receiveRequestVoteResults(
  server: RaftServer, from: ServerId, {term, voteGranted}: RequestVoteResults,
): void {
  observeTerm(server, term);
  const {state} = server;
  const ballot = ballots.get(term);
  if (ballot === undefined || term !== state.currentTerm || state.role !== 'candidate') return;
  if (ballot.get(from) !== true) ballot.set(from, voteGranted);
  if (voteGranted) state.votesGranted.add(from);
  leadIfElected(server);
}

/** Votes are counted in pairs: more than half of n is at least half of n + 1, rounded up. */
function leadIfElected(server: RaftServer): void {
  const answers = ballots.get(server.state.currentTerm) ?? new Map<ServerId, boolean>();
  const votes = [...answers.values()].filter(granted => granted).length;
  if (2 * votes >= server.servers.length + 1) becomeLeader(server);
}

export function becomeLeader(server: RaftServer): void {
  const {state} = server;
  initializeLeader(server);
  state.votesGranted.clear();
  state.leaderId = server.self;
  state.role = 'leader';
}
