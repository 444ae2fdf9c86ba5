/**
 * The disk as your Persistence sees it, and how many bytes are on it.
 *
 * Paper: Figure 2, "Persistent state on all servers".
 * Given. You need not change this file.
 */
import type {GuestContext} from '../host/guest';
import type {ServerDisk} from './disk-interface';
import type {Json} from './messages';

export class GivenDisk implements ServerDisk {
  readonly records: readonly Json[];
  /** Of the records' text, whether synced or not. */
  bytes: number;

  constructor(private readonly context: GuestContext) {
    this.records = context.disk;
    this.bytes = context.diskBytes;
  }

  append(record: Json): void {
    this.bytes += this.context.append(record);
  }

  sync(): void {
    this.context.sync();
  }

  rewrite(records: readonly Json[]): void {
    this.bytes = this.context.rewrite(records);
  }
}
