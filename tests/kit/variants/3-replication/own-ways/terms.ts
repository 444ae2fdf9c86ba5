/**
 * A correct variant of lab 3: no rule is written twice, and containers are kept and emptied.
 *
 * Paper: §5.1.
 */
import type {RaftServer, ServerId} from '#raft';

export function observeTerm(server: RaftServer, term: number): void {
  if (server.state.currentTerm >= term) return;
  becomeFollower(server, term);
}

export function becomeFollower({state}: RaftServer, term: number): void {
  const isLater = term > state.currentTerm;
  state.currentTerm = Math.max(state.currentTerm, term);
  state.votedFor = isLater ? null : state.votedFor;
  state.leaderId = isLater ? null : state.leaderId;
  state.role = 'follower';
  state.votesGranted.clear();
  empty(state.nextIndex);
  empty(state.matchIndex);
}

function empty(record: Record<ServerId, number>): void {
  for (const server of Object.keys(record)) delete record[server];
}
