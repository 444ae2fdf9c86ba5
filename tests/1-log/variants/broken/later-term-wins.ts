/**
 * Broken: in a conflict, keeps its own entries if they are of a later term.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override replaceFrom(count: number, entries: readonly LogEntry[]): void {
    const own = this.termAt(count + 1) ?? 0;
    if (own <= entries[0]!.term) super.replaceFrom(count, entries);
  }
}
