/** A crash may come after any effect: what was synced survives, what was sent is on its way. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {StudentBoxes} from '../host/student-boxes';

const VOTER = `
  export function vote(context) {
    context.append('vote');
    context.send('S2', 'early');
    context.append('entry');
    context.sync();
    context.send('S2', 'late');
    context.append('unsynced');
    return 'done';
  }
  export const disk = ({disk}) => disk;
  export function replace(context) {
    context.append('gone');
    context.rewrite(['snapshot', 'entry']);
  }
  export const alarm = context => { setTimeout(() => context.send('S2', 'rang'), 10); };
`;

interface Cut {
  readonly after: string;
  readonly disk: readonly string[];
  readonly sent: readonly string[];
  readonly lostRecords: number;
}

/** One row for each effect of `vote`, in order. */
const CUTS: readonly Cut[] = [
  {after: 'append', disk: [], sent: [], lostRecords: 1},
  {after: 'send', disk: [], sent: ['early'], lostRecords: 1},
  {after: 'append', disk: [], sent: ['early'], lostRecords: 2},
  {after: 'sync', disk: ['vote', 'entry'], sent: ['early'], lostRecords: 0},
  {after: 'send', disk: ['vote', 'entry'], sent: ['early', 'late'], lostRecords: 0},
  {after: 'append', disk: ['vote', 'entry'], sent: ['early', 'late'], lostRecords: 1},
  {after: 'result', disk: ['vote', 'entry'], sent: ['early', 'late'], lostRecords: 1},
];

describe('a crash', () => {
  const host = new InProcessHost();
  after(() => host.close());
  const boxes = () => new StudentBoxes({host, id: 'world-voter', text: VOTER, servers: 2});

  for (const [position, {after: kind, disk, sent, lostRecords}] of CUTS.entries()) {
    it(`after effect ${position}, ${kind}, leaves just what was done until then`, async () => {
      const world = boxes();
      await world.runFor(0);
      let seen = 0;
      world.world.crashAfter('S1', effect => {
        if (seen === position) expect(effect.kind).to.equal(kind);
        return seen++ === position;
      });
      const answer = await world.call('S1', 'vote');
      await world.runFor(10);

      expect(answer).to.equal(kind === 'result' ? 'done' : undefined);
      expect(world.world.isUp('S1')).to.equal(false);
      expect(world.receivedBy('S2')).to.deep.equal(sent.map(message => `S1: "${message}"`));
      expect(world.world.trace.steps.find(step => step.kind === 'crash')).to.include({lostRecords});
      await world.restart('S1');
      expect(await world.call('S1', 'disk')).to.deep.equal(disk);
    });
  }

  it('between two inputs loses what was not synced', async () => {
    const world = boxes();
    await world.call('S1', 'vote');
    await world.restart('S1');

    expect(await world.call('S1', 'disk')).to.deep.equal(['vote', 'entry']);
  });

  it('does not undo a rewrite, which takes the place of all records', async () => {
    const world = boxes();
    await world.call('S1', 'vote');
    await world.call('S1', 'replace');
    await world.restart('S1');

    expect(await world.call('S1', 'disk')).to.deep.equal(['snapshot', 'entry']);
  });

  it('silences the alarm, and leaves a call without an answer', async () => {
    const world = boxes();
    await world.call('S1', 'alarm');
    world.world.crash('S1');
    const call = world.world.call('S1', 'disk', []);
    await world.runFor(100);

    expect(world.receivedBy('S2')).to.deep.equal([]);
    expect([call.done, call.error]).to.deep.equal([true, 'S1 is down']);
  });

  it('cuts off the later inputs of the same instant', async () => {
    const world = boxes();
    await world.runFor(0);
    world.world.crashAfter('S1', effect => effect.kind === 'sync');
    const calls = [1, 2].map(() => world.world.call('S1', 'vote', []));
    await world.runFor(10);

    expect(calls.map(({done}) => done)).to.deep.equal([false, false]);
    expect(world.receivedBy('S2')).to.deep.equal(['S1: "early"']);
  });

  it('leaves the recorded boot as it was, whatever is written later', async () => {
    const world = boxes();
    await world.call('S1', 'vote');

    const [boot] = world.world.trace.steps;
    expect(boot).to.have.nested.property('input.disk').that.deep.equals([]);
  });
});
