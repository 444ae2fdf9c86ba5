/**
 * Broken: hands out the entries it keeps, and whoever changes one changes the log.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override pack(entry: LogEntry): unknown {
    return structuredClone(entry);
  }

  protected override unpack(packed: unknown): LogEntry {
    return packed as LogEntry;
  }
}
