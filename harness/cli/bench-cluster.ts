/**
 * `flotilla bench cluster`: a real cluster of 1, 3 and 5 processes under clients, fsync on.
 *
 * Promises: every figure is the median of several runs; the clients share this machine with the
 * servers. Values have 256 bytes, keys are drawn from a thousand, each client has one question
 * under way.
 * Read next: bench-load.ts, the clients.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from '../host/register.js';
import {Cluster} from '../runtime/cluster';
import {freePorts} from '../runtime/free-ports';
import {LoadClients} from './bench-load';
import type {LoadResult} from './bench-load';

const RUNS = 3;
const RUN_MS = 2_000;
const WARM_UP_MS = 1_500;
const CLIENTS = 50;
/** How often the leader is killed. */
const FAIL_OVERS = 5;

type Print = (...lines: readonly string[]) => void;
type Op = 'set' | 'get';

export async function benchCluster(print: Print): Promise<void> {
  print('', 'Real processes, fsync on, 256-byte values: sets and linearizable gets, ' +
    `medians of ${RUNS} runs`);
  print(`  ${'this disk, to append and sync 50 such records'.padEnd(46)}${syncMs().toFixed(2)} ms`);
  for (const servers of [1, 3, 5]) await under(print, servers);
  await withoutGroupCommit(print);
  await failOver(print);
}

/** A cluster of this size under many clients, and under one, which no batch can help. */
async function under(print: Print, servers: number): Promise<void> {
  const name = servers === 1 ? '1 server' : `${servers} servers`;
  await withCluster({servers}, async cluster => {
    for (const clients of [CLIENTS, 1]) {
      for (const op of ['set', 'get'] as const) {
        const who = clients === 1 ? '1 client' : `${clients} clients`;
        print(row(`${name}, ${op}, ${who}`, await load(cluster, op, clients)));
      }
    }
  });
}

/** What a driver costs that syncs after each input, instead of once for all that have come. */
async function withoutGroupCommit(print: Print): Promise<void> {
  const subject = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-bench-'));
  fs.cpSync(path.join(root, 'reference'), subject, {recursive: true});
  const file = path.join(subject, 'driver.ts');
  const text = fs.readFileSync(file, 'utf8');
  const together = 'for (const input of batch) await this.step(input);';
  const oneByOne = 'for (const input of batch) { await this.step(input); await this.sync(); }';
  if (!text.includes(together)) throw new Error('the reference driver has no batch to take apart');
  fs.writeFileSync(file, text.replace(together, oneByOne));
  await withCluster({servers: 3, subject}, async cluster => {
    const name = `3 servers, set, ${CLIENTS} clients, no group commit`;
    print(row(name, await load(cluster, 'set', CLIENTS)));
  });
  fs.rmSync(subject, {recursive: true});
}

/** From kill -9 of the leader to the next acknowledged write. */
async function failOver(print: Print): Promise<void> {
  const gaps: number[] = [];
  await withCluster({servers: 3}, async cluster => {
    for (let kill = 0; kill < FAIL_OVERS; kill++) {
      const clients = new LoadClients({port: portOf(cluster), op: 'set', clients: 1});
      await clients.runFor(200);
      const killedAtMs = performance.now();
      cluster.kill(cluster.leader() ?? '');
      await writeSomewhere(cluster);
      gaps.push(performance.now() - killedAtMs);
      clients.close();
      await cluster.until(() => cluster.leader() !== undefined &&
        cluster.view().every(({isUp}) => isUp));
    }
  });
  gaps.sort((a, b) => a - b);
  print(`  ${'kill -9 of the leader, to the next write'.padEnd(42)}` +
    `${median(gaps).toFixed(0).padStart(8)} ms         at most ${gaps.at(-1)?.toFixed(0)} ms`);
}

/** Asks one server after the other until one has done it. */
async function writeSomewhere(cluster: Cluster): Promise<void> {
  for (;;) {
    for (const {port} of Object.values(cluster.addresses)) {
      const clients = new LoadClients({port, op: 'set', clients: 1});
      const hasWritten = await clients.once();
      clients.close();
      if (hasWritten) return;
    }
    await new Promise(again => setTimeout(again, 10));
  }
}

interface Measured extends LoadResult {
  /** Writes that shared one sync at the leader; 0 for reads. */
  readonly writesASync: number;
}

/** After a warm-up, in which the code becomes fast and snapshots begin. */
async function load(cluster: Cluster, op: Op, clients: number): Promise<Measured> {
  const load = new LoadClients({port: portOf(cluster), op, clients});
  await load.runFor(WARM_UP_MS);
  const results: LoadResult[] = [];
  const syncsBefore = await load.syncs();
  for (let run = 0; run < RUNS; run++) results.push(await load.runFor(RUN_MS));
  const syncs = await load.syncs() - syncsBefore;
  load.close();
  const of = (name: keyof LoadResult): number => median(results.map(result => result[name]));
  const count = results.reduce((sum, result) => sum + result.count, 0);
  return {
    count, aSecond: of('aSecond'), p50: of('p50'), p99: of('p99'),
    writesASync: op === 'get' ? 0 : count / Math.max(1, syncs),
  };
}

function row(name: string, {aSecond, p50, p99, writesASync}: Measured): string {
  const shared = writesASync === 0 ? '' : `   ${writesASync.toFixed(1)} writes a sync`;
  const ms = (value: number): string => `${value.toFixed(1).padStart(5)} ms`;
  return `  ${name.padEnd(42)}${thousands(aSecond)} a second` +
    `   p50 ${ms(p50)}   p99 ${ms(p99)}${shared}`;
}

/** In a folder of its own on the real disk, which is gone afterwards. */
async function withCluster(
  options: {readonly servers: number; readonly subject?: string},
  work: (cluster: Cluster) => Promise<void>,
): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-bench-'));
  const port = await freePorts(2 * options.servers);
  const cluster = new Cluster({
    subject: 'reference', ...options, data: path.join(folder, 'data'), port,
    serverPort: port + options.servers, restartAfterMs: 200,
  });
  try {
    await cluster.start();
    await cluster.until(() => cluster.leader() !== undefined);
    await work(cluster);
  } finally {
    await cluster.stop();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

function portOf(cluster: Cluster): number {
  return cluster.addresses[cluster.leader() ?? 'S1']!.port;
}

/** The measure of all writes: what the disk takes for one batch, with nobody else at it. */
function syncMs(): number {
  const file = path.join(os.tmpdir(), `flotilla-bench-${process.pid}`);
  const fd = fs.openSync(file, 'w');
  const bytes = Buffer.alloc(CLIENTS * 350);
  const times = Array.from({length: 200}, () => {
    const began = performance.now();
    fs.writeSync(fd, bytes);
    fs.fdatasyncSync(fd);
    return performance.now() - began;
  });
  fs.closeSync(fd);
  fs.rmSync(file);
  return median(times);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function thousands(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',').padStart(8);
}
