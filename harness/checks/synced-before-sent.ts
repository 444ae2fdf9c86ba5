/**
 * Nothing leaves a server that a crash could take back: it is synced first.
 *
 * Paper: Figure 2, "State": persistent state is "updated on stable storage before responding".
 * Promises: what a message says of others' disks, or of nobody's, may leave early. So may entries
 * of a leader, since it counts them as its own only when they are committed (§5.3).
 * Read next: durable-logs.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {RaftMessage, ServerId} from '../raft/messages';
import {hadToCountItself} from './counted-itself';
import type {Durable, DurableLogs} from './durable-logs';
import {at, broken, drawTerms} from './words';
import type {Why} from './words';

export function syncedBeforeSent(durable: DurableLogs): RaftCheck {
  return {
    sent(server, to, message, atMs) {
      const {id} = server;
      const missing = missingOnDisk(durable.of(id), server, to, message);
      if (missing === null) return;
      broken('Persistence', `${id} sent ${message.type} to ${to} before ${missing} was synced`, [
        {who: id, what: `sent ${message.type} of term ${message.term} to ${to}`, atMs},
        {who: id, what: onDisk(durable.of(id))},
      ], {
        source: '§5.1; Figure 2, "State"',
        text: 'Between the message and the sync this server may crash. It then comes back ' +
          'without what it told others it knew, and breaks its word.',
        ...whereToLook(durable.of(id), 'the message leaves'),
      });
    },
  };
}

function onDisk({currentTerm, votedFor, terms}: Durable): string {
  return `has on its disk currentTerm ${currentTerm}, votedFor ${votedFor ?? 'null'}, ` +
    `log ${drawTerms(terms)}`;
}

/** Of three steps, to append, to sync and to go on, the first that is missing or late. */
function whereToLook(
  {pending, unappended}: Durable, then: string,
): Pick<Why, 'functions' | 'hint'> {
  const functions = ['persistence.answer'];
  if (unappended.length > 0) {
    return {functions, hint: `Is there a record of what has changed when ${then}?`};
  }
  if (pending.length === 0) return {functions};
  return {functions, hint: `Is the record synced when ${then}?`};
}

/** A leader counts itself only with what is on its disk. */
export function syncedBeforeCounted(durable: DurableLogs, servers: readonly ServerId[]): RaftCheck {
  const expectOwn = (server: ServerView, does: string, atMs: number): void => {
    const {id, log, state: {commitIndex}} = server;
    const term = log[commitIndex - 1]?.term;
    if (term === undefined || durable.of(id).terms[commitIndex - 1] === term) return;
    if (!hadToCountItself(server, servers)) return;
    const entry = at(commitIndex, term);
    broken('Persistence',
      `${id} committed entry ${entry}, counting itself, before it had synced that entry`,
      [{who: id, what: does, atMs}, {who: id, what: onDisk(durable.of(id))}], {
        source: '§5.3; Figure 2, "State"',
        text: 'A leader is one of the majority that stores an entry only when the entry is on ' +
          'its disk. Else it may crash, come back without it, and vote for a leader that never ' +
          'had it.',
        ...whereToLook(durable.of(id), 'a leader goes on to count it'),
      });
  };
  return {
    sent(server, to, message, atMs) {
      if (message.type !== 'AppendEntries') return;
      if (message.leaderCommit < server.state.commitIndex) return;
      expectOwn(server, `told ${to} that index ${message.leaderCommit} is committed`, atMs);
    },
    applied(server, {index, atMs}) {
      if (server.state.role === 'leader') expectOwn(server, `applied index ${index}`, atMs);
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
    case 'InstallSnapshotResults': {
      // Entries that were there before will do: the snapshot says nothing that they do not say.
      const {lastIncludedIndex: index} = message;
      return disk.terms[index - 1] === log[index - 1]?.term
        ? null : `the snapshot up to index ${index}`;
    }
    default:
      return null;
  }
}
