/**
 * Broken: an entry in conflict is replaced, and what followed it stays.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override replaceFrom(count: number, entries: readonly LogEntry[]): void {
    entries.forEach((entry, n) => {
      this.kept[count + n] = this.pack(entry);
    });
  }
}
