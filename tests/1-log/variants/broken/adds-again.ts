/**
 * Broken: entries that are there already are added once more, at the end.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import type {LogEntry} from '#raft';
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override firstNews(prevLogIndex: number, entries: readonly LogEntry[]): number {
    const news = super.firstNews(prevLogIndex, entries);
    if (news === entries.length) for (const entry of entries) this.kept.push(this.pack(entry));
    return news;
  }
}
