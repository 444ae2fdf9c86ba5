/**
 * The disk of one box: it belongs to the world, and a box sees it only at boot.
 *
 * Promises: an append is lost in a crash unless a sync came after it; the synced records come back
 * in order. A rewrite replaces everything and is synced by itself.
 * Read next: world.ts.
 */
import type {WireText} from '../host/box';

export class Disk {
  private synced: WireText[] = [];
  private pending: WireText[] = [];

  /** @param records what is on the disk before the first boot. */
  constructor(records: readonly WireText[] = []) {
    this.synced = [...records];
  }

  append(record: WireText): void {
    this.pending.push(record);
  }

  sync(): void {
    this.synced.push(...this.pending);
    this.pending = [];
  }

  rewrite(records: readonly WireText[]): void {
    this.synced = [...records];
    this.pending = [];
  }

  /** Loses what was not synced and says how many records that were. */
  crash(): number {
    const lost = this.pending.length;
    this.pending = [];
    return lost;
  }

  /** What a boot finds. */
  get records(): readonly WireText[] {
    return this.synced;
  }
}
