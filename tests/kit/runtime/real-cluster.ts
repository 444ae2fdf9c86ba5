/**
 * A real cluster for a test: in a folder of its own, on free ports, and surely gone afterwards.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {Cluster} from '../../../harness/runtime/cluster';
import type {ClusterEvent, ClusterOptions} from '../../../harness/runtime/cluster';
import {freePorts} from '../../../harness/runtime/free-ports';

export class RealCluster {
  readonly events: ClusterEvent[] = [];
  /** Of every process that was ever up. */
  readonly pids: number[] = [];
  cluster!: Cluster;

  private constructor(readonly folder: string, private readonly options: ClusterOptions) {}

  static async make(options: Partial<ClusterOptions> = {}): Promise<RealCluster> {
    const {servers = 3} = options;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-cluster-'));
    const port = await freePorts(2 * servers);
    return new RealCluster(folder, {
      servers, subject: 'reference', data: path.join(folder, 'data'), port,
      serverPort: port + servers, restartAfterMs: 300, ...options,
    });
  }

  /** The same place, with other options. */
  on(options: Partial<ClusterOptions>): RealCluster {
    return new RealCluster(this.folder, {...this.options, ...options});
  }

  /** Starts all processes, once more if they were stopped, and waits for a leader. */
  async start(): Promise<void> {
    this.cluster = new Cluster(this.options, event => {
      this.events.push(event);
      if (event.kind === 'up') this.pids.push(event.pid);
    });
    await this.cluster.start();
    await this.cluster.until(() => this.cluster.leader() !== undefined);
  }

  get ports(): readonly number[] {
    return Array.from({length: this.options.servers}, (_, n) => this.options.port + n);
  }

  get leader(): string {
    return this.cluster.leader() ?? 'nobody';
  }

  /** Of the server that leads, or the first one's. */
  get leaderPort(): number {
    return this.cluster.addresses[this.leader]?.port ?? this.options.port;
  }

  /** kill -9 of them all at once, and a wait until all are up again and one leads. */
  async killAll(): Promise<void> {
    const before = new Set(this.pids);
    this.cluster.killAll();
    await this.cluster.until(() => this.cluster.leader() !== undefined &&
      this.cluster.view().every(({isUp, pid}) => isUp && !before.has(pid ?? 0)));
  }

  async remove(): Promise<void> {
    await this.cluster.stop();
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  /** Processes that were started and still run. */
  get left(): readonly number[] {
    return this.pids.filter(isRunning);
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Looks again and again; mocha's own limit ends what never comes. */
export async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(again => setTimeout(again, 20));
}
