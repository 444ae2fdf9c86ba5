/**
 * Broken: a request cuts what follows its entries, conflict or not.
 *
 * Read next: ../sound-log.ts, the log it is made of.
 */
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {
  /** As if nothing of any request were here. */
  protected override firstNews(): number {
    return 0;
  }
}
