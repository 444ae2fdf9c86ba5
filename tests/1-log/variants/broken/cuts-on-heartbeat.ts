/**
 * Broken: a request without entries cuts what follows prevLogIndex.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  override appendEntries(
    prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[],
  ): boolean {
    const success = super.appendEntries(prevLogIndex, prevLogTerm, entries);
    if (success && entries.length === 0) this.kept.length = prevLogIndex;
    return success;
  }
}
