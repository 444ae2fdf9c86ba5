/**
 * The disk of one box: it belongs to the world, and a box sees it only at boot.
 *
 * Promises: what was synced comes back in order. What was appended since the last sync is lost in a
 * crash, all of it or all but a prefix: disks may write early, but in order, and a record that is
 * torn is cut off by the layer below. A rewrite replaces everything at once, and is synced.
 * Read next: inhabitants.ts, which decides how much survives.
 */
import type {WireText} from '../host/box';

/**
 * What a crash does to records that were not synced. A prefix is drawn; all of them survive on a
 * disk that happened to write each record at once.
 */
export type Unsynced = 'lost' | 'a prefix may survive' | 'all survive';

export class Disk {
  private synced: WireText[] = [];
  private pending: WireText[] = [];
  /** The bytes of the first `counted` synced records: counted when somebody asks, and once. */
  private countedBytes = 0;
  private counted = 0;

  /** @param records what is on the disk before the first boot. */
  constructor(records: readonly WireText[] = []) {
    this.synced = [...records];
  }

  append(record: WireText): void {
    this.pending.push(record);
  }

  sync(): void {
    for (const record of this.pending) this.synced.push(record);
    this.pending = [];
  }

  rewrite(records: readonly WireText[]): void {
    this.synced = [...records];
    this.pending = [];
    this.countedBytes = 0;
    this.counted = 0;
  }

  /**
   * Loses what was not synced and says how many records that were.
   * @param surviving of those, how many were written early, from the first on.
   */
  crash(surviving = 0): number {
    const early = this.pending.slice(0, surviving);
    const lost = this.pending.length - early.length;
    this.synced.push(...early);
    this.pending = [];
    return lost;
  }

  /** What a boot finds. */
  get records(): readonly WireText[] {
    return this.synced;
  }

  /** How many records were appended and not yet synced. */
  get unsyncedRecords(): number {
    return this.pending.length;
  }

  /** Bytes of the text of all records, synced or not, in UTF-8. */
  get bytes(): number {
    this.countedBytes += bytesOf(this.synced.slice(this.counted));
    this.counted = this.synced.length;
    return this.countedBytes + bytesOf(this.pending);
  }
}

function bytesOf(records: readonly WireText[]): number {
  return records.reduce((bytes, record) => bytes + Buffer.byteLength(record), 0);
}
