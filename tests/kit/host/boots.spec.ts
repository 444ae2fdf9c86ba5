/** What a boot begins with, and what survives a crash: the disk, and nothing else. */
import {expect} from 'chai';
import {StudentBoxes} from './student-boxes';
import {Hosts} from './three-hosts';

const FORGETFUL = `
  const {setTimeout: later} = globalThis;
  let calls = 0;
  const bootedAt = Date.now();
  export const count = () => ++calls;
  export const times = () => [bootedAt, Date.now(), new Date().getTime(), performance.now()];
  export const keep = (context, record) => { context.append(record); context.sync(); };
  export const disk = context => context.disk;
  export const mark = () => { globalThis.marked = true; };
  export const isMarked = () => 'marked' in globalThis;
  export const draw = () => [Math.random(), Math.random()];
  export const alarm = context => { later(() => context.send('S2', 'rang'), 10); };
  export const identity = ({self, servers, incarnation}) => [self, servers, incarnation];
`;

describe('a boot', () => {
  const hosts = new Hosts();
  after(() => hosts.close());

  for (const [name, host] of hosts.all) {
    describe(`in the host ${name}`, () => {
      const boxes = (servers: number, seed = 1) =>
        new StudentBoxes({host, id: 'forgetful', text: FORGETFUL, servers, seed});

      it('evaluates the modules afresh, for each server and each time', async () => {
        const world = boxes(2);
        expect(await world.call('S1', 'count')).to.equal(1);
        expect(await world.call('S1', 'count')).to.equal(2);
        expect(await world.call('S2', 'count')).to.equal(1);

        await world.restart('S1');

        expect(await world.call('S1', 'count')).to.equal(1);
        expect(await world.call('S2', 'count')).to.equal(2);
      });

      it('gives each server a globalThis of its own', async () => {
        const world = boxes(2);
        await world.call('S1', 'mark');

        expect(await world.call('S1', 'isMarked')).to.equal(true);
        expect(await world.call('S2', 'isMarked')).to.equal(false);
        await world.restart('S1');
        expect(await world.call('S1', 'isMarked')).to.equal(false);
      });

      it('finds on the disk what was synced', async () => {
        const world = boxes(1);
        await world.call('S1', 'keep', {term: 1});
        await world.call('S1', 'keep', {term: 2});
        expect(await world.call('S1', 'disk'), 'read at boot').to.deep.equal([]);

        await world.restart('S1');

        expect(await world.call('S1', 'disk')).to.deep.equal([{term: 1}, {term: 2}]);
      });

      it('draws other numbers in each server and life, the same for a seed', async () => {
        const drawn = async (seed: number): Promise<string[]> => {
          const world = boxes(2, seed);
          const lives = [await world.call('S1', 'draw'), await world.call('S2', 'draw')];
          await world.restart('S1');
          return [...lives, await world.call('S1', 'draw')].map(one => JSON.stringify(one));
        };

        const first = await drawn(1);
        expect(new Set([...first, ...await drawn(2)])).to.have.lengthOf(6);
        expect(await drawn(1)).to.deep.equal(first);
      });

      it('reads virtual time everywhere', async () => {
        const world = boxes(1);
        await world.runFor(1_234);
        expect(await world.call('S1', 'times')).to.deep.equal([0, 1_234, 1_234, 1_234]);

        await world.restart('S1');

        expect(await world.call('S1', 'times')).to.deep.equal([1_234, 1_234, 1_234, 1_234]);
      });

      it('hears nothing of the timers of an earlier life', async () => {
        const world = boxes(2);
        await world.call('S1', 'alarm');
        await world.restart('S1');
        await world.runFor(100);
        expect(world.receivedBy('S2')).to.deep.equal([]);

        await world.call('S1', 'alarm');
        await world.runFor(100);
        expect(world.receivedBy('S2')).to.deep.equal(['S1: "rang"']);
      });

      it('says who the server is, and how often it has started', async () => {
        const world = boxes(2);
        await world.restart('S2');

        expect(await world.call('S1', 'identity')).to.deep.equal(['S1', ['S1', 'S2'], 0]);
        expect(await world.call('S2', 'identity')).to.deep.equal(['S2', ['S1', 'S2'], 1]);
      });
    });
  }
});
