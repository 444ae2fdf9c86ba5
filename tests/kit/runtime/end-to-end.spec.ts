/**
 * Three reference servers as processes, and real clients, while the leader is killed -9.
 *
 * What is not synced is held back in memory, so a kill really loses it.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {Cluster as RedisCluster} from 'ioredis';
import {root} from '../../../harness/host/register.js';
import {expectLinearizable} from '../../../harness/linearizability/check-history';
import {HistoryRecorder} from '../../../harness/linearizability/history';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';
import {RealCluster} from './real-cluster';
import {RecordingClient} from './recording-client';

const CLIENTS = 6;
const SHARED_KEYS = ['x', 'y', 'z'];
const KILLS = 3;
/** Writes that are acknowledged before each kill. */
const WRITES_A_LEADER = 60;

describe('a real cluster', function () {
  this.timeout(60_000);
  let real: RealCluster;

  afterEach(() => real.remove());

  it('loses no acknowledged write, and stays linearizable, while leaders are killed', async () => {
    real = await RealCluster.make({holdUnsynced: true});
    await real.start();
    const load = new Load(real.ports);
    const clients = load.begin();
    for (let kill = 0; kill < KILLS; kill++) {
      await load.moreWrites(WRITES_A_LEADER);
      const {leader} = real;
      const pid = real.cluster.view().find(({id}) => id === leader)?.pid;
      real.cluster.kill(leader);
      await real.cluster.until(() => real.leader !== 'nobody' &&
        real.cluster.view().every(({isUp, pid: now}) => isUp && now !== pid));
    }
    await load.moreWrites(WRITES_A_LEADER);
    load.isOver = true;
    await Promise.all(clients);

    expect(real.events.filter(({kind}) => kind === 'killed')).to.have.length(KILLS);
    await load.expectAllThere();
    expectLinearizable(load.recorder.operations());
    await real.cluster.stop();
    expect(real.pids).to.have.length(3 + KILLS);
    expect(real.left).to.deep.equal([]);
  });

  it('has every acknowledged write after all were killed at once, and after a stop', async () => {
    real = await RealCluster.make({holdUnsynced: true});
    await real.start();
    expect(await ask(real, client => client.set('foo', '42'))).to.equal('OK');
    await real.killAll();
    expect(await ask(real, client => client.append('foo', '!'))).to.equal(3);
    await real.cluster.stop();
    await real.start();
    expect(await ask(real, client => client.get('foo'))).to.equal('42!');
  });

  it('shows a server that does not sync: what it acknowledged is gone', async () => {
    real = await RealCluster.make({holdUnsynced: true, servers: 1});
    const subject = path.join(real.folder, 'subject');
    fs.cpSync(path.join(root, 'reference'), subject, {recursive: true});
    const file = path.join(subject, 'persistence.ts');
    const text = fs.readFileSync(file, 'utf8');
    expect(text).to.include('this.disk.sync()');
    fs.writeFileSync(file, text.replace('this.disk.sync()', 'undefined'));
    real = real.on({subject});
    await real.start();
    expect(await ask(real, client => client.set('foo', '42'))).to.equal('OK');
    await real.killAll();
    expect(await ask(real, client => client.get('foo'))).to.equal(null);
  });
});

/** One question of a client that finds its way to the leader. */
async function ask<T>(
  real: RealCluster, question: (client: RedisCluster) => Promise<T>,
): Promise<T> {
  const client = new RedisCluster(real.ports.map(port => ({host: '127.0.0.1', port})));
  client.on('error', () => undefined);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

/** Clients that write and read for as long as it is not over, each with keys of its own too. */
class Load {
  readonly recorder = new HistoryRecorder<KvInput, KvOutput>(kvModel);
  isOver = false;
  private written = 0;
  private readonly acknowledged = new Map<string, string>();
  private awaited: {readonly writes: number; resolve(): void} | undefined;

  constructor(private readonly ports: readonly number[]) {}

  begin(): readonly Promise<void>[] {
    return Array.from({length: CLIENTS}, (_, n) => this.run(`C${n + 1}`));
  }

  /** Resolves when so many more writes have been acknowledged. */
  moreWrites(count: number): Promise<void> {
    return new Promise(resolve => { this.awaited = {writes: this.written + count, resolve}; });
  }

  async expectAllThere(): Promise<void> {
    const reader = new RecordingClient('reader', this.ports, this.recorder);
    for (const [key, value] of this.acknowledged) {
      let found: {readonly output: KvOutput} | undefined;
      while (found === undefined) found = await reader.ask({op: 'get', key});
      expect(found.output, key).to.equal(value);
    }
    reader.close();
  }

  private async run(name: string): Promise<void> {
    const client = new RecordingClient(name, this.ports, this.recorder);
    for (let n = 0; !this.isOver; n++) {
      const input = inputOf(name, n);
      const told = await client.ask(input);
      if (told === undefined || input.op === 'get') continue;
      if (input.op === 'set' && input.key.startsWith(name)) {
        this.acknowledged.set(input.key, input.value);
      }
      this.written++;
      if (this.awaited !== undefined && this.written >= this.awaited.writes) this.awaited.resolve();
    }
    client.close();
  }
}

/** Values are different, so that each read says which write it saw. */
function inputOf(name: string, n: number): KvInput {
  const key = SHARED_KEYS[Math.floor(Math.random() * SHARED_KEYS.length)]!;
  const value = `${name}.${n};`;
  const draw = Math.random();
  if (draw < 0.3) return {op: 'set', key: `${name}:${n}`, value};
  if (draw < 0.6) return {op: 'get', key};
  if (draw < 0.7) return {op: 'set', key, value};
  if (draw < 0.9) return {op: 'append', key, value};
  if (draw < 0.95) return {op: 'delete', key};
  return {op: 'compareAndSet', key, expected: null, value};
}
