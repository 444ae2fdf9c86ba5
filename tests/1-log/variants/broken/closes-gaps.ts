/**
 * Broken: entries behind a gap are taken, and put right behind the last entry.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override fits(
    prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[],
  ): boolean {
    return prevLogIndex > this.lastIndex || super.fits(prevLogIndex, prevLogTerm, entries);
  }
}
