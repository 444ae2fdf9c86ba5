/**
 * The message a server is handling: what it does until the input is over, it does because of it.
 *
 * Promises: nothing is being handled during a boot, a call or a timer. Nor when the message was
 * written by a test and sent by nobody: what comes of it is for the test to judge.
 * Read next: answers.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {RaftMessage, ServerId} from '../raft/messages';

export interface Handled {
  readonly from: ServerId;
  readonly message: RaftMessage;
}

export class Handling {
  /** Effects are taken input by input, so there is one at most. */
  now: Handled | null = null;
  /** The same, also if a test wrote the message. */
  arrived: Handled | null = null;
  /** Whether a message is being handled that no server sent. */
  isTestAtWork = false;
  /** Whether a timer of the server's own is what is being handled. */
  isTimer = false;
  /** By sender and receiver, the marks of all messages that were sent. */
  private readonly sent = new Map<ServerId, Map<ServerId, Set<number>>>();

  /** Comes before the checks that ask what is being handled. */
  readonly begin: RaftCheck = {
    fired: () => { this.isTimer = true; },
    sent: ({id}, to, message) => {
      this.marksOf(id, to).add(markOf(message));
    },
    received: ({id}, from, message) => {
      this.isTestAtWork = !this.marksOf(from, id).has(markOf(message));
      this.arrived = {from, message};
      this.now = this.isTestAtWork ? null : this.arrived;
    },
  };

  /** Comes after them. */
  readonly end: RaftCheck = {
    inputDone: () => this.forget(),
    // The rest of the input never happens.
    crashed: () => this.forget(),
  };

  private forget(): void {
    this.now = this.arrived = null;
    this.isTestAtWork = false;
    this.isTimer = false;
  }

  private marksOf(from: ServerId, to: ServerId): Set<number> {
    let links = this.sent.get(from);
    if (links === undefined) this.sent.set(from, links = new Map());
    let marks = links.get(to);
    if (marks === undefined) links.set(to, marks = new Set());
    return marks;
  }
}

/** Tells messages of a link apart, as far as it matters here, at the cost of a few numbers. */
function markOf(message: RaftMessage): number {
  switch (message.type) {
    case 'AppendEntries':
      return mark(message.term, message.prevLogIndex, 4 * message.entries.length);
    case 'AppendEntriesResults':
      return mark(message.term, message.success ? message.matchIndex : message.prevLogIndex,
        message.success ? 1 : 5);
    case 'RequestVote':
      return mark(message.term, message.lastLogIndex, 2);
    case 'RequestVoteResults':
      return mark(message.term, 0, message.voteGranted ? 3 : 7);
    case 'InstallSnapshot':
      return mark(message.term, message.lastIncludedIndex, 6);
    case 'InstallSnapshotResults':
      return mark(message.term, message.lastIncludedIndex, 9);
  }
}

/** A small number, for speed. Two messages in a million that look alike do no harm. */
function mark(term: number, index: number, kind: number): number {
  return (Math.imul(Math.imul(term, 31_337) + index, 65_599) + kind) & 0x3fff_ffff;
}
