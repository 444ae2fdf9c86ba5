/**
 * Broken: it has taken half of a request when it refuses the other half.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  override appendEntries(
    prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[],
  ): boolean {
    let before = prevLogTerm;
    for (const [n, entry] of entries.entries()) {
      if (!super.appendEntries(prevLogIndex + n, before, [entry])) return false;
      before = entry.term;
    }
    return entries.length > 0 || super.appendEntries(prevLogIndex, prevLogTerm, []);
  }
}
