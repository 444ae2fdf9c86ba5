/**
 * Stands in for skeleton/election.ts in labs 3 and 4: nobody stands for election, nobody votes, and
 * the harness appoints the leaders.
 *
 * Paper: §5.2.
 * Given. You need not change this file.
 */
import type {RaftServer, RequestVoteArguments, RequestVoteResults, ServerId} from '#raft';
import {initializeLeader} from '#solution/replication';

export function becomeCandidate(_server: RaftServer): void {}

export function requestVoteFor(
  _server: RaftServer, _voter: ServerId,
): RequestVoteArguments | undefined {
  return undefined;
}

export function handleRequestVote(
  _server: RaftServer, _request: RequestVoteArguments,
): RequestVoteResults | undefined {
  return undefined;
}

export function receiveRequestVoteResults(
  _server: RaftServer, _from: ServerId, _results: RequestVoteResults,
): void {}

export function becomeLeader(server: RaftServer): void {
  server.state.role = 'leader';
  server.state.leaderId = server.self;
  server.state.votesGranted = new Set();
  initializeLeader(server);
}
