/**
 * What servers ask of their disks, counted: records, syncs, bytes.
 *
 * Paper: §5.1; Figure 2, "State".
 * Promises: a rewrite counts as a sync, since it waits for the disk as one does. How many records a
 * server needs for what, and of which form, is its own affair.
 * Read next: a-03-cost.spec.ts.
 */
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';

interface Work {
  records: number;
  syncs: number;
  bytesBefore: number;
}

type Unit = 'records' | 'syncs' | 'bytes';

export interface Allowance {
  readonly most: number;
  /** '40 heartbeats' */
  readonly what: string;
  readonly why: Because;
  readonly hint: string;
}

/** Counts from now on. */
export class DiskMeter {
  private readonly work = new Map<ServerId, Work>();

  constructor(private readonly scene: Pick<Scene, 'cluster' | 'world'>) {
    const {cluster, world} = scene;
    for (const server of cluster.servers) {
      this.work.set(server, {records: 0, syncs: 0, bytesBefore: world.storedBytes(server)});
    }
    world.observe({
      effect: (box, {kind}) => {
        const work = this.work.get(box);
        if (work === undefined) return;
        if (kind === 'append') work.records++;
        if (kind === 'sync' || kind === 'rewrite') work.syncs++;
      },
    });
  }

  expectAtMost(unit: Unit, server: ServerId, {most, what, why, hint}: Allowance): void {
    const found = this.count(unit, server);
    if (found <= most) return;
    const {world, cluster} = this.scene;
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many ${unit}${unit === 'bytes' ? ' more on the disk' : ''} of ${server}: ` +
        `${found}, at most ${most} allowed for ${what}.`,
      facts: cluster.servers.map(who => ({
        who, atMs: world.nowMs,
        what: `${this.count('records', who)} records, ${this.count('syncs', who)} syncs, ` +
          `${world.storedBytes(who)} bytes stored`,
      })),
      why, hint, functions: ['persistence.answer'],
    });
  }

  private count(unit: Unit, server: ServerId): number {
    const work = this.work.get(server);
    if (work === undefined) throw new Error(`there is no server ${server}`);
    return unit === 'bytes' ? this.scene.world.storedBytes(server) - work.bytesBefore : work[unit];
  }
}
