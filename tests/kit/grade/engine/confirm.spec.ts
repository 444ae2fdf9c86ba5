/**
 * Confirmation: what a server did beside others, it must do alone, or its passes do not count.
 */
import {expect} from 'chai';
import {HostDied} from '../../../../harness/host/box';
import type {BatchEffects, BoxInput, BoxSpec, Effect, Host} from '../../../../harness/host/box';
import {confirm} from '../../../../harness/grade/engine/confirm';
import {RecordingHost} from '../../../../harness/grade/engine/recording-host';

/** What all boxes of one process can reach, if they break out. */
class Shared {
  readonly seen: string[] = [];
}

/** Answers an input with what a box printed. */
type Behaviour = (item: BoxInput, id: string, shared: Shared) => string;

/** A process: boxes by number, and one heap for all of them. */
class Process implements Host {
  readonly name = 'process';
  readonly batches: number[] = [];
  private readonly shared = new Shared();
  private readonly ids = new Map<number, string>();
  private count = 0;

  constructor(private readonly behaviour: Behaviour) {}

  newBox(): number {
    return this.count++;
  }

  step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    this.batches.push(batch.length);
    return Promise.resolve(batch.map(item => this.run(item)));
  }

  drop(): void {
    // Nothing is kept that matters.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private run(item: BoxInput): readonly Effect[] {
    if (item.spec !== undefined) this.ids.set(item.box, item.spec.id);
    return [{kind: 'log', line: this.behaviour(item, this.ids.get(item.box)!, this.shared)}];
  }
}

const alone: Behaviour = ({input}, id) => `${id} ${input.kind} at ${input.nowMs}`;

describe('confirmation', () => {
  it('finds nothing where every box keeps to itself', async () => {
    expect(await confirmed(alone)).to.deep.equal([]);
  });

  it('finds a server that listens to another behind the network\'s back', async () => {
    const found = await confirmed(({input}, id, {seen}) => {
      if (id === 'S1') seen.push(`heard at ${input.nowMs}`);
      return id === 'S2' ? seen.join() : '';
    });
    expect(found).to.deep.equal([{key: 'world', box: 'S2', inputNumber: 1}]);
  });

  it('finds a server that remembers its former life', async () => {
    const found = await confirmed(({input}, id, {seen}) => {
      if (id !== 'S3') return '';
      if (input.kind !== 'boot') return '';
      seen.push('lived');
      return `life ${seen.length}`;
    });
    expect(found).to.deep.equal([{key: 'world', box: 'S3', inputNumber: 1}]);
  });

  it('finds a server that is not the same twice', async () => {
    const times = {count: 0};
    const found = await confirmed((_item, id) => (id === 'S1' ? String(times.count++) : ''));
    expect(found).to.deep.equal([{key: 'world', box: 'S1', inputNumber: 1}]);
  });

  it('names the world, and lets the others stand', async () => {
    const spoils: Behaviour = ({input}, id, {seen}) => {
      if (input.nowMs === 7) seen.push(id);
      return input.nowMs === 7 && id === 'S2' ? seen.join() : '';
    };
    const host = new Process(spoils);
    const worlds = [];
    for (const atMs of [1, 7, 3]) {
      worlds.push({key: `world ${atMs}`, records: await play(new RecordingHost(host), {atMs})});
    }
    const found = await confirm(worlds, () => new Process(spoils));
    expect([...found.keys()]).to.deep.equal(['world 7']);
  });

  it('takes the end of a process for a difference, and goes on with a fresh one', async () => {
    const host = new Process(alone);
    const worlds = [
      {key: 'first', records: await play(new RecordingHost(host), {atMs: 1})},
      {key: 'second', records: await play(new RecordingHost(host), {atMs: 2})},
    ];
    const found = await confirm(worlds, () => {
      const process = new Process(alone);
      return Object.assign(process, {
        step: (batch: readonly BoxInput[]) => (batch[0]!.input.nowMs === 1
          ? Promise.reject(new HostDied('it took too much memory', 'memory'))
          : Process.prototype.step.call(process, batch)),
      });
    });
    expect([...found]).to.have.lengthOf(1);
    expect(found.get('first')?.death?.message).to.equal('it took too much memory');
  });

  it('asks a second time where a process ended, which may have been the machine', async () => {
    const records = await play(new RecordingHost(new Process(alone)), {atMs: 1});
    const count = {processes: 0};
    const found = await confirm([{key: 'world', records}], () => {
      count.processes++;
      const process = new Process(alone);
      return count.processes > 1 ? process : Object.assign(process, {
        step: () => Promise.reject(new HostDied('the machine was out of breath')),
      });
    });
    expect([...found.keys()]).to.deep.equal([]);
    expect(count.processes).to.be.greaterThan(1);
  });

  it('finds a world that has learnt from an earlier one', async () => {
    const learns: Behaviour = ({input}, id, {seen}) => {
      if (input.kind !== 'boot' || id !== 'S1') return '';
      seen.push(id);
      return `world ${seen.length}`;
    };
    const host = new Process(learns);
    const worlds = [];
    for (const key of ['first', 'second']) {
      worlds.push({key, records: await play(new RecordingHost(host), {atMs: 1})});
    }
    const found = await confirm(worlds, () => new Process(learns));
    expect([...found.keys()]).to.include('second');
  });

  it('finds a client that has listened to one that takes turns with it', async () => {
    const ids = Array.from({length: 12}, (_, n) => `C${n + 1}`);
    const listens: Behaviour = ({input}, id, {seen}) => {
      if (input.kind === 'boot') seen.push(id);
      return seen.includes('C8') && id === 'C12' ? 'heard' : '';
    };
    const records = await play(new RecordingHost(new Process(listens)), {atMs: 1, ids});
    const found = await confirm([{key: 'clients', records}], () => new Process(listens));
    expect(found.get('clients')?.box).to.equal('C12');
  });

  it('takes few processes for many clients, which meet no server there', async () => {
    const clients = Array.from({length: 300}, (_, n) => `C${n + 1}`);
    const records = await play(new RecordingHost(new Process(alone)), {
      atMs: 1, inputs: 2, ids: ['S1', 'S2', 'S3', ...clients],
    });
    const heard: string[][] = [];
    const found = await confirm([{key: 'crowd', records}], () => {
      const met: string[] = [];
      heard.push(met);
      return new Process((item, id, shared) => {
        if (item.input.kind === 'boot') met.push(id);
        return alone(item, id, shared);
      });
    });
    expect(found.size).to.equal(0);
    expect(heard).to.have.length.at.most(12);
    for (const met of heard) {
      expect(met.some(id => id.startsWith('S')) && met.length > 1, met.join()).to.equal(false);
    }
  });

  it('never shows a box more than a chunk of what is to come', async () => {
    const records = await play(new RecordingHost(new Process(alone)), {atMs: 1, inputs: 1_000});
    const processes: Process[] = [];
    await confirm([{key: 'long', records}], () => {
      const process = new Process(alone);
      processes.push(process);
      return process;
    });
    const sizes = processes.flatMap(({batches}) => batches);
    expect(Math.max(...sizes)).to.be.at.most(200);
    expect(sizes.reduce((sum, size) => sum + size, 0)).to.equal(4_000);
  });
});

interface Found {
  readonly key: string;
  readonly box: string;
  readonly inputNumber: number;
}

/** Plays a world in one process, then confirms it. */
async function confirmed(behaviour: Behaviour): Promise<readonly Found[]> {
  const records = await play(new RecordingHost(new Process(behaviour)), {atMs: 5});
  const found = await confirm([{key: 'world', records}], () => new Process(behaviour));
  return [...found].map(([key, {box, inputNumber}]) => ({key, box, inputNumber}));
}

interface Play {
  readonly atMs: number;
  /** Of each life, the boot included. */
  readonly inputs?: number;
  /** In the order of their boots: S3 is booted a second time if nothing else is said. */
  readonly ids?: readonly string[];
}

async function play(
  host: RecordingHost, {atMs, inputs = 3, ids = ['S1', 'S2', 'S3', 'S3']}: Play,
): Promise<typeof host.records> {
  for (const id of ids) {
    const box = host.newBox();
    const spec: BoxSpec = {id, program: 'server.ts', modules: {}};
    await host.step([{
      box, spec, input: {
        kind: 'boot', nowMs: atMs, servers: ['S1', 'S2', 'S3'], settings: '{}', seed: 1,
        incarnation: 0, disk: [],
      },
    }]);
    for (let n = 1; n < inputs; n++) {
      await host.step([{box, input: {kind: 'timer', nowMs: atMs}}]);
    }
  }
  return host.records;
}
