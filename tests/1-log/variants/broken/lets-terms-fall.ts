/**
 * Broken: append takes an entry of an earlier term than the last one.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  override append(entry: LogEntry): number {
    this.expectRising(0, [entry]);
    this.kept.push(this.pack(entry));
    return this.lastIndex;
  }
}
