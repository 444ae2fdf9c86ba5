/**
 * A correct election.ts in another style: it says nothing where a refusal would tell nothing new,
 * gives up as soon as it cannot win, and compares logs with one number.
 *
 * Paper: §5.2, §5.4.1; Figure 2, "RequestVote RPC".
 */
import type {RaftServer, RequestVoteArguments, RequestVoteResults, ServerId} from '#raft';
import {initializeLeader} from '#solution/replication';
import {becomeFollower, observeTerm} from '#solution/terms';

/** Servers that refused this candidate in the election at hand. */
const refusals = new Set<ServerId>();

function majorityOf(server: RaftServer): number {
  return Math.floor(server.servers.length / 2) + 1;
}

export function becomeCandidate(server: RaftServer): void {
  const {state, self} = server;
  refusals.clear();
  server.resetElectionTimer();
  becomeFollower(server, state.currentTerm + 1);
  state.role = 'candidate';
  state.votedFor = self;
  countVote(server, self);
}

export function requestVoteFor(
  server: RaftServer, voter: ServerId,
): RequestVoteArguments | undefined {
  const {log, currentTerm, role} = server.state;
  if (role !== 'candidate' || voter === server.self) return undefined;
  const {lastIndex: lastLogIndex, lastTerm: lastLogTerm} = log;
  return {term: currentTerm, candidateId: server.self, lastLogIndex, lastLogTerm};
}

/** Negative if this log is the more up to date, 0 if they are equally so. */
function compareToMine(server: RaftServer, request: RequestVoteArguments): number {
  const {lastIndex, lastTerm} = server.state.log;
  return request.lastLogTerm - lastTerm || request.lastLogIndex - lastIndex;
}

export function handleRequestVote(
  server: RaftServer, request: RequestVoteArguments,
): RequestVoteResults | undefined {
  const {state} = server;
  if (request.term < state.currentTerm) return undefined;
  observeTerm(server, request.term);
  const results = {term: state.currentTerm, voteGranted: false};
  // The same vote again: the log was compared when it was given.
  if (state.votedFor === request.candidateId) return {...results, voteGranted: true};
  if (state.votedFor !== null) return results;
  if (compareToMine(server, request) < 0) return results;
  state.votedFor = request.candidateId;
  server.resetElectionTimer();
  server.resetElectionTimer();
  return {...results, voteGranted: true};
}

export function receiveRequestVoteResults(
  server: RaftServer, from: ServerId, results: RequestVoteResults,
): void {
  const {state, servers} = server;
  if (results.term > state.currentTerm) return becomeFollower(server, results.term);
  if (results.term < state.currentTerm || state.role !== 'candidate') return;
  if (results.voteGranted) return countVote(server, from);
  refusals.add(from);
  const left = servers.length - refusals.size;
  if (left < majorityOf(server)) becomeFollower(server, state.currentTerm);
}

function countVote(server: RaftServer, voter: ServerId): void {
  const {votesGranted} = server.state;
  votesGranted.add(voter);
  if (votesGranted.size === majorityOf(server)) becomeLeader(server);
}

export function becomeLeader(server: RaftServer): void {
  const {state, self} = server;
  refusals.clear();
  Object.assign(state, {role: 'leader', leaderId: self, votesGranted: new Set()});
  initializeLeader(server);
}
