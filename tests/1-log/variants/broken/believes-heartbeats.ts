/**
 * Broken: answers true to every request without entries.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override fits(
    prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[],
  ): boolean {
    return entries.length === 0 || super.fits(prevLogIndex, prevLogTerm, entries);
  }
}
