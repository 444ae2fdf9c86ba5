/**
 * Ends a world in which messages multiply: each is answered by more than one, without end.
 *
 * Paper: §5.3.
 * Promises: counts by sender, in windows of virtual time; the limit is more than twice what any
 * way to write a server needs for a thousand commands at one moment. Without it such a world goes
 * on until its last message, which may take minutes.
 * Read next: timed-cluster.ts.
 */
import type {RaftMessage, ServerId} from '../raft/messages';
import {LabFailure} from '../world/lab-failure';
import type {RaftCheck} from './raft-watch';
import type {ServerView} from './server-view';

const WINDOW_MS = 100;
const MESSAGES_AT_MOST = 10_000;

export class StormWatch implements RaftCheck {
  private readonly bySender = new Map<ServerId, number>();
  private total = 0;
  private fromMs = 0;

  sent({id}: ServerView, _to: ServerId, _message: RaftMessage, atMs: number): void {
    if (atMs >= this.fromMs + WINDOW_MS) {
      this.fromMs = atMs;
      this.total = 0;
      this.bySender.clear();
    }
    this.bySender.set(id, (this.bySender.get(id) ?? 0) + 1);
    if (++this.total > MESSAGES_AT_MOST) this.fail(atMs);
  }

  private fail(atMs: number): never {
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many messages: ${this.total}, at most ${MESSAGES_AT_MOST} allowed for ` +
        `${WINDOW_MS}ms of virtual time.`,
      facts: [...this.bySender].map(([who, count]) => (
        {who, what: `sent ${count} messages since t=${this.fromMs}ms`, atMs})),
      why: {
        source: '§5.3',
        text: 'An answer that causes more than one request, or a request to a follower that is ' +
          'already busy with one, multiplies: what was two messages is a thousand soon.',
      },
      hint: 'How many messages does one AppendEntries result cause, and to whom?',
      functions: ['timing.resultsReceived', 'timing.entriesAppended', 'reads.roundAnswered'],
    });
  }
}
