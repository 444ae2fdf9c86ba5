/**
 * Broken: copies an entry on the way in, but not what its command holds.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override pack(entry: LogEntry): unknown {
    return {...entry};
  }

  protected override unpack(packed: unknown): LogEntry {
    return structuredClone(packed) as LogEntry;
  }
}
