/**
 * The two rules about terms, which every server follows in every role.
 *
 * Paper: §5.1; Figure 2, "Rules for Servers", the part for all servers.
 * Promises: currentTerm never falls, and nothing of one term is carried into the next.
 * Does not: make anybody a candidate or a leader; that is election.ts, lab 5.
 * Read next: replication.ts, whose functions call observeTerm first.
 */
import type {RaftServer} from '#raft';

/**
 * Learns that `term` exists, from a request or from results (§5.1; Figure 2, "Rules for Servers").
 *
 * A later term than currentTerm means that this server is behind: it becomes a follower in that
 * term at once, even if it is the leader. A term that is equal or earlier changes nothing.
 *
 * Nobody calls this for you. Every function of labs 3 and 5 that is given a message calls it first,
 * with the term of the message, before it looks at anything else.
 */
export function observeTerm(server: RaftServer, term: number): void {
  if (term > server.state.currentTerm) becomeFollower(server, term);
}

/**
 * Makes this server a follower in `term`, which is currentTerm or a later one (§5.1, §5.2).
 *
 * There are two ways to get here, and they differ in what is forgotten:
 * - The term is later. The server enters it, and there it has voted for nobody and knows no leader.
 * - The term is the same: a candidate finds out that another server won. It keeps votedFor. Danger:
 *   S2 votes for itself in term 3; hears from S1, the leader of term 3, and forgets its vote; then
 *   votes for S3, also in term 3. It has voted twice, and two servers may lead one term (§5.2).
 *
 * Both ways end what only candidates and leaders keep: votesGranted, nextIndex and matchIndex are
 * emptied. The log, commitIndex and lastApplied stay as they are, and so does the election timer:
 * to hear of a term is not to hear from its leader.
 */
export function becomeFollower(server: RaftServer, term: number): void {
  const {state} = server;
  if (term > state.currentTerm) {
    state.currentTerm = term;
    state.votedFor = null;
    state.leaderId = null;
  }
  state.role = 'follower';
  state.votesGranted = new Set();
  state.nextIndex = {};
  state.matchIndex = {};
}
