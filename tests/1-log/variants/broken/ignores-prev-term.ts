/**
 * Broken: takes any entry at prevLogIndex for the right one, whatever its term.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  protected override fits(prevLogIndex: number): boolean {
    return prevLogIndex <= this.lastIndex;
  }
}
