/**
 * Nothing leaves a server that a crash could take back: it is synced first.
 *
 * Paper: Figure 2, "State": persistent state is "updated on stable storage before responding".
 * Read next: durable-logs.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {RaftMessage, ServerId} from '../raft/messages';
import type {Durable, DurableLogs} from './durable-logs';
import {broken} from './words';

export function syncedBeforeSent(durable: DurableLogs): RaftCheck {
  return {
    sent(server, to, message, atMs) {
      const {id} = server;
      const missing = missingOnDisk(durable.of(id), server, to, message);
      if (missing === null) return;
      broken('Persistence', `${id} sent ${message.type} to ${to} before ${missing} was synced`,
        [{who: id, what: `sent ${message.type} of term ${message.term} to ${to}`, atMs}], {
          source: '§5.1; Figure 2, "State"',
          text: 'Between the message and the sync this server may crash. It then comes back ' +
            'without what it told others it knew, and breaks its word.',
        });
    },
  };
}

/** What the message says that the disk does not hold yet; null if it holds everything. */
function missingOnDisk(
  disk: Durable, {id, log}: ServerView, to: ServerId, message: RaftMessage,
): string | null {
  if (disk.currentTerm < message.term) return `currentTerm ${message.term}`;
  switch (message.type) {
    case 'RequestVote':
      return disk.currentTerm === message.term && disk.votedFor !== id ? 'its own vote' : null;
    case 'RequestVoteResults':
      return message.voteGranted && disk.currentTerm === message.term && disk.votedFor !== to
        ? `votedFor ${to}` : null;
    case 'AppendEntriesResults':
      if (!message.success || message.matchIndex === 0) return null;
      return disk.terms[message.matchIndex - 1] === log[message.matchIndex - 1]?.term
        ? null : `the entry at index ${message.matchIndex}`;
    case 'InstallSnapshotResults':
      return message.lastIncludedIndex <= log.length && disk.terms.length < message.lastIncludedIndex
        ? `the snapshot up to index ${message.lastIncludedIndex}` : null;
    default:
      return null;
  }
}
