/**
 * Whether a leader is itself one of the majority that its commitIndex rests on.
 *
 * Paper: §5.3; Figure 2, "Rules for Servers", the last rule for leaders.
 * Read next: synced-before-sent.ts, owed-after-restart.ts, which ask.
 */
import type {ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';

/** Whether the followers alone are no majority: then its own disk is one of those that count. */
export function hadToCountItself({id, state}: ServerView, servers: readonly ServerId[]): boolean {
  const followers = servers.filter(one =>
    one !== id && (state.matchIndex[one] ?? 0) >= state.commitIndex);
  return 2 * followers.length <= servers.length;
}
