/**
 * How a leader is chosen: who stands, who votes for whom, and when the votes are enough.
 *
 * Paper: §5.2, §5.4.1; Figure 2, "RequestVote RPC" and "Rules for Servers".
 * Promises: at most one leader in each term (Election Safety), and that leader's log holds every
 * entry committed before (Leader Completeness).
 * Does not: decide when an election starts. Until lab 6 the tests say when; your part is to call
 * resetElectionTimer where the rules ask for it, and nowhere else.
 * Read next: timing.ts, lab 6, which adds the clock.
 */
import type {RaftServer, RequestVoteArguments, RequestVoteResults, ServerId} from '#raft';
import {initializeLeader} from '#solution/replication';
import {observeTerm} from '#solution/terms';

/**
 * Starts an election: this server stands in a new term (§5.2; Figure 2, "Candidates").
 *
 * It enters the next term, also if it is a candidate already, whose last election ended in a split
 * vote. In the new term it knows no leader, and has one vote, its own: the votes of the last
 * election died with their term. It starts its election timer afresh, to try again if this fails.
 *
 * In a cluster of one its own vote is a majority: it becomes the leader before this returns.
 * Otherwise server.ts calls requestVoteFor for every other server next.
 */
export function becomeCandidate(server: RaftServer): void {
  const {state, self, servers} = server;
  state.currentTerm++;
  state.votedFor = self;
  state.role = 'candidate';
  state.leaderId = null;
  state.votesGranted = new Set([self]);
  server.resetElectionTimer();
  if (servers.length === 1) becomeLeader(server);
}

/**
 * The RequestVote to send to `voter` (§5.2, §5.4.1; Figure 2, "RequestVote RPC", arguments).
 *
 * Every voter is asked the same: for its vote in currentTerm, for a candidate whose log ends with
 * lastLogIndex and lastLogTerm. Returns undefined, and nothing is sent, if there is nothing to ask:
 * this server is not a candidate, or has this voter's vote already.
 */
export function requestVoteFor(
  server: RaftServer, voter: ServerId,
): RequestVoteArguments | undefined {
  const {currentTerm, log, role, votesGranted} = server.state;
  if (role !== 'candidate' || votesGranted.has(voter)) return undefined;
  return {
    term: currentTerm,
    candidateId: server.self,
    lastLogIndex: log.lastIndex,
    lastLogTerm: log.lastTerm,
  };
}

/**
 * Decides whether a candidate gets this server's vote (§5.2, §5.4.1; Figure 2, "RequestVote RPC").
 *
 * A vote is granted only if all of this holds:
 * - The request is of currentTerm (after observeTerm: an earlier one is stale).
 * - This server has not voted in currentTerm, or has voted for this very candidate: the results may
 *   have been lost, and the request is sent again.
 * - The candidate's log is at least as up to date as this one (§5.4.1). The log whose last entry
 *   has the later term is the more up to date; of two that end in the same term, the longer.
 *
 * Granting a vote starts the election timer afresh, so that the candidate has time to win. Refusing
 * does not. Danger: S3 lacks committed entries and stands again and again; S1 and S2 refuse, but
 * start their timers afresh each time; so neither of them, who could win, ever stands.
 *
 * A vote does not make a leader: the candidate may lose, so leaderId waits for its AppendEntries.
 *
 * Results carry currentTerm, so that a candidate that is behind learns of it. A stale request may
 * also be ignored: return undefined. It costs the candidate the time until somebody else tells it.
 */
export function handleRequestVote(
  server: RaftServer, request: RequestVoteArguments,
): RequestVoteResults | undefined {
  const {state} = server;
  const {term, candidateId, lastLogIndex, lastLogTerm} = request;
  observeTerm(server, term);
  const isUpToDate = lastLogTerm > state.log.lastTerm
    || (lastLogTerm === state.log.lastTerm && lastLogIndex >= state.log.lastIndex);
  const isFree = state.votedFor === null || state.votedFor === candidateId;
  const voteGranted = term === state.currentTerm && isFree && isUpToDate;
  if (voteGranted) {
    state.votedFor = candidateId;
    server.resetElectionTimer();
  }
  return {term: state.currentTerm, voteGranted};
}

/**
 * A candidate is sent the results of a RequestVote, perhaps late or twice (§5.2; Figure 2).
 *
 * A vote counts for the election it was given in: this server must still be a candidate, and the
 * results must carry currentTerm. Count voters, not messages: the same vote may arrive twice.
 * With the votes of a majority of all servers, its own included, it becomes the leader.
 *
 * A refusal of the same term is no reason to give up: others may still vote for this server.
 */
export function receiveRequestVoteResults(
  server: RaftServer, from: ServerId, results: RequestVoteResults,
): void {
  const {state} = server;
  observeTerm(server, results.term);
  if (state.role !== 'candidate' || results.term !== state.currentTerm) return;
  if (!results.voteGranted) return;
  state.votesGranted.add(from);
  if (state.votesGranted.size > server.servers.length / 2) becomeLeader(server);
}

/**
 * Makes this server the leader of currentTerm (§5.2; Figure 2, "Leaders").
 *
 * It leads, knows that it does (leaderId), keeps no votes any longer, and prepares nextIndex and
 * matchIndex by initializeLeader of lab 3. Its log stays as it is: a leader never removes an entry
 * of its own (Leader Append-Only). server.ts then sends AppendEntries to every other server, so
 * that nobody else stands for election.
 *
 * In the tests of labs 3 and 4 a stand-in does this when the harness appoints a leader.
 */
export function becomeLeader(server: RaftServer): void {
  const {state} = server;
  state.role = 'leader';
  state.leaderId = server.self;
  state.votesGranted = new Set();
  initializeLeader(server);
}
