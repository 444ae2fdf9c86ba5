/** What a disk holds, how many bytes that is, and how much of it was written early at a crash. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {Disk} from '../../../harness/world/disk';
import type {Unsynced} from '../../../harness/world/disk';
import {StudentBoxes} from '../host/student-boxes';

const WRITER = `
  export const write = (context, ...records) => { for (const one of records) context.append(one); };
  export const sync = context => { context.sync(); };
  export const rewrite = (context, ...records) => { context.rewrite(records); };
  export const disk = ({disk}) => disk;
`;

describe('a disk', () => {
  const disk = (): Disk => {
    const made = new Disk(['"old"']);
    for (const record of ['"a"', '"b"', '"c"']) made.append(record);
    return made;
  };

  it('keeps of what was not synced as many records as survive, from the first on', () => {
    for (const surviving of [0, 1, 2, 3]) {
      const crashed = disk();
      expect(crashed.crash(surviving)).to.equal(3 - surviving);
      expect(crashed.records).to.deep.equal(['"old"', '"a"', '"b"', '"c"'].slice(0, 1 + surviving));
      expect(crashed.unsyncedRecords).to.equal(0);
    }
  });

  it('counts the bytes of all records in UTF-8, synced or not', () => {
    const counted = new Disk(['"é"']);
    const bytes = [counted.bytes];
    const after = (change: () => unknown): void => { change(); bytes.push(counted.bytes); };
    after(() => counted.append('"日本"'));
    after(() => counted.sync());
    after(() => counted.append('12'));
    after(() => counted.append('345'));
    after(() => counted.crash(1));
    after(() => counted.append('6789'));
    after(() => counted.crash());
    after(() => counted.append('x'));
    after(() => counted.rewrite(['"ü"']));

    expect(bytes).to.deep.equal([4, 12, 12, 14, 17, 14, 18, 14, 15, 4]);
  });
});

describe('the disks of a world', () => {
  const host = new InProcessHost();
  after(() => host.close());

  function boxes(seed: number, unsynced?: Unsynced): StudentBoxes {
    return new StudentBoxes({
      host, seed, id: 'world-writer', text: WRITER, servers: 2,
      ...(unsynced === undefined ? {} : {unsynced}),
    });
  }

  /** Writes five records, syncs two of them, crashes, and says what was there afterwards. */
  async function crashed(world: StudentBoxes, server = 'S1'): Promise<readonly unknown[]> {
    await world.call(server, 'write', 1, 2);
    await world.call(server, 'sync');
    await world.call(server, 'write', 3, 4, 5);
    await world.restart(server);
    return await world.call(server, 'disk') as unknown[];
  }

  it('lose everything that was not synced, unless they are told otherwise', async () => {
    for (const unsynced of [undefined, 'lost'] as const) {
      const world = boxes(1, unsynced);
      const survivors: number[] = [];
      world.world.observe({crashed: (_box, surviving) => { survivors.push(surviving); }});
      expect(await crashed(world)).to.deep.equal([1, 2]);
      expect(survivors).to.deep.equal([0]);
      const step = world.world.trace.steps.find(({kind}) => kind === 'crash');
      expect(step).to.include({lostRecords: 3}).and.not.have.property('survivingRecords');
    }
  });

  it('keep all of it, if it was written at once, and say so', async () => {
    const world = boxes(1, 'all survive');
    expect(await crashed(world)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(world.world.trace.steps.find(({kind}) => kind === 'crash'))
      .to.include({lostRecords: 0, survivingRecords: 3});
  });

  it('keep a prefix of it, of any length, and say so', async () => {
    const lengths = new Map<number, number>();
    for (let seed = 1; seed <= 200; seed++) {
      const world = boxes(seed, 'a prefix may survive');
      const told: unknown[] = [];
      world.world.observe({crashed: (box, surviving) => { told.push([box, surviving]); }});
      const found = await crashed(world);
      const surviving = found.length - 2;
      expect(found).to.deep.equal([1, 2, 3, 4, 5].slice(0, found.length));
      expect(told).to.deep.equal([['S1', surviving]]);
      expect(world.world.trace.steps.find(({kind}) => kind === 'crash'))
        .to.include({lostRecords: 3 - surviving, survivingRecords: surviving});
      lengths.set(surviving, (lengths.get(surviving) ?? 0) + 1);
    }

    expect([...lengths.keys()].sort()).to.deep.equal([0, 1, 2, 3]);
    for (const times of lengths.values()) expect(times).to.be.within(30, 70);
  });

  it('draw what survives for each seed, box and life, whatever else happens', async () => {
    const lives = async (isBusy: boolean, box = 'S1'): Promise<readonly number[]> => {
      const world = boxes(3, 'a prefix may survive');
      const survivors: number[] = [];
      world.world.observe({
        crashed: (crashed, surviving) => { if (crashed === box) survivors.push(surviving); },
      });
      for (let life = 0; life < 10; life++) {
        if (isBusy) await crashed(world, 'S2');
        await world.call(box, 'write', 1, 2, 3, 4, 5, 6, 7);
        await world.restart(box);
      }
      return survivors;
    };

    const alone = await lives(false);
    expect(await lives(true)).to.deep.equal(alone);
    expect(new Set(alone).size).to.be.above(3);
    expect(await lives(false, 'S2')).not.to.deep.equal(alone);
  });

  it('replace all records at once, and a crash does not undo it', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const world = boxes(seed, 'a prefix may survive');
      await world.call('S1', 'write', 'gone', 'gone too');
      await world.call('S1', 'rewrite', 'snapshot', 'entry');
      await world.restart('S1');

      expect(await world.call('S1', 'disk')).to.deep.equal(['snapshot', 'entry']);
    }
  });

  it('say how many bytes they hold', async () => {
    const world = boxes(1);
    await world.call('S1', 'write', 'é', [1]);

    expect([world.world.storedBytes('S1'), world.world.storedBytes('S2')]).to.deep.equal([7, 0]);
  });
});
