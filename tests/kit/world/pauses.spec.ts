/** A paused box gets nothing; when it is resumed it gets all that was due, in order. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {CALM} from '../../../harness/world/network';
import type {Conditions} from '../../../harness/world/network';
import {StudentBoxes} from '../host/student-boxes';

const WORKER = `
  export const send = (context, to, message) => { context.send(to, message); };
  export const arm = (context, ms) => {
    setTimeout(() => context.log('rang at ' + Date.now()), ms);
  };
  export const note = (context, text) => { context.log(text + ' at ' + Date.now()); return text; };
  export function receive(context, from, message) {
    context.log(from + ' said ' + message + ' at ' + Date.now());
  }
`;

describe('a paused box', () => {
  const host = new InProcessHost();
  after(() => host.close());
  const boxes = (conditions: Partial<Conditions> = {}) => new StudentBoxes({
    host, id: 'world-worker', text: WORKER, servers: 3, conditions: {...CALM, ...conditions},
  });

  /** S1 is paused from 0 to 100 ms; messages, an alarm and a call are due for it meanwhile. */
  async function paused(): Promise<StudentBoxes> {
    const world = boxes({delayMsMin: 10, delayMsMax: 10});
    await world.call('S1', 'arm', 30);
    world.world.pause('S1');
    await world.call('S2', 'send', 'S1', 'first');
    await world.runFor(20);
    await world.call('S3', 'send', 'S1', 'third');
    world.world.call('S1', 'note', ['second']);
    await world.runFor(80);
    return world;
  }

  it('gets nothing until it is resumed, and then all of it in the order it was due', async () => {
    const world = await paused();
    expect(world.world.isPaused('S1')).to.equal(true);
    expect(world.world.isUp('S1')).to.equal(true);
    expect(world.printedBy('S1')).to.deep.equal([]);
    world.world.resume('S1');
    await world.runFor(0);

    // The alarm was set before the third message was sent, so it comes first of the two at 30 ms.
    expect(world.printedBy('S1')).to.deep.equal([
      'S2 said first at 100', 'second at 100', 'rang at 100', 'S3 said third at 100',
    ]);
    expect(world.world.isPaused('S1')).to.equal(false);
    expect(world.fates).to.deep.equal([]);
  });

  it('gets what waited before whatever else is due at the instant it is resumed', async () => {
    const world = await paused();
    world.world.deliver('S2', 'S1', '"now"');
    world.world.resume('S1');
    world.world.call('S1', 'note', ['last']);
    await world.runFor(0);

    expect(world.printedBy('S1').slice(-3)).to.deep.equal([
      'S3 said third at 100', 'S2 said now at 100', 'last at 100',
    ]);
  });

  it('gets each thing once, and goes on as before', async () => {
    const world = await paused();
    world.world.resume('S1');
    await world.call('S1', 'arm', 10);
    await world.call('S2', 'send', 'S1', 'later');
    await world.runFor(50);

    expect(world.printedBy('S1').slice(4)).to.deep.equal(['rang at 110', 'S2 said later at 110']);
  });

  it('may be paused again before it gets what waits, which keeps its order', async () => {
    const world = await paused();
    world.world.resume('S1');
    world.world.pause('S1');
    world.world.deliver('S2', 'S1', '"more"');
    await world.runFor(10);
    expect(world.printedBy('S1')).to.deep.equal([]);
    world.world.resume('S1');
    await world.runFor(0);

    expect(world.printedBy('S1').map(line => line.replace(/.*said /, ''))).to.deep.equal(
      ['first at 110', 'second at 110', 'rang at 110', 'third at 110', 'more at 110']);
  });

  it('loses no message that has reached it to a link that is cut later', async () => {
    const world = await paused();
    for (const other of ['S2', 'S3']) world.world.network.cut(other, 'S1');
    world.world.resume('S1');
    await world.runFor(0);

    expect(world.receivedBy('S1')).to.deep.equal(['S2: "first"', 'S3: "third"']);
  });

  it('loses what comes due over a link that is cut', async () => {
    const world = boxes({delayMsMin: 10, delayMsMax: 10});
    await world.runFor(0);
    world.world.pause('S1');
    await world.call('S2', 'send', 'S1', 'x');
    world.world.network.cut('S2', 'S1');
    await world.runFor(20);
    world.world.network.healAll();
    world.world.resume('S1');
    await world.runFor(20);

    expect([world.receivedBy('S1'), world.fates]).to.deep.equal([[], ['S2 → S1 cut off']]);
  });

  it('sends nothing, while what it sent before is on its way', async () => {
    const world = boxes({delayMsMin: 10, delayMsMax: 10});
    await world.call('S1', 'send', 'S2', 'before');
    world.world.pause('S1');
    world.world.call('S1', 'send', ['S2', 'meanwhile']);
    await world.runFor(100);

    expect(world.receivedBy('S2')).to.deep.equal(['S1: "before"']);
  });

  it('leaves the network quiet: what waits is on its way again when it is resumed', async () => {
    const world = boxes();
    await world.runFor(0);
    world.world.pause('S1');
    await world.call('S2', 'send', 'S1', 'x');
    expect(world.world.isQuiet).to.equal(false);
    await world.runFor(10);
    expect(world.world.isQuiet).to.equal(true);
    world.world.resume('S1');
    expect(world.world.isQuiet).to.equal(false);
    await world.runFor(0);

    expect(world.world.isQuiet).to.equal(true);
  });

  it('that crashes gets nothing of what waited, and is not paused when it is back', async () => {
    const world = await paused();
    world.world.crash('S1');
    expect(world.world.isPaused('S1')).to.equal(false);
    expect(world.fates).to.deep.equal(
      ['S2 → S1 receiver is down', 'S3 → S1 receiver is down']);
    await world.restart('S1');
    await world.call('S2', 'send', 'S1', 'new');
    await world.runFor(50);

    expect(world.printedBy('S1')).to.deep.equal(['S2 said new at 110']);
    expect(world.world.isQuiet).to.equal(true);
  });

  it('that crashes as soon as it is resumed takes what waited with it', async () => {
    const world = await paused();
    world.world.resume('S1');
    world.world.crash('S1');
    await world.runFor(0);

    expect(world.fates).to.deep.equal(
      ['S2 → S1 receiver is down', 'S3 → S1 receiver is down']);
    expect(world.world.isQuiet).to.equal(true);
  });

  it('may be paused before its boot, which then waits too', async () => {
    const world = boxes();
    world.world.pause('S1');
    await world.call('S2', 'send', 'S1', 'too early');
    await world.runFor(10);
    world.world.resume('S1');
    await world.call('S1', 'note', 'up');

    expect(world.printedBy('S1')).to.deep.equal(['up at 10']);
    expect(world.fates).to.deep.equal(['S2 → S1 receiver is down']);
  });

  it('has a clock that goes on, at a rate that may change', async () => {
    const world = await paused();
    world.world.setClock('S1', {rate: 3});
    await world.runFor(10);
    world.world.resume('S1');
    await world.runFor(0);

    // The alarm was due before the rate changed, and keeps its place.
    expect(world.printedBy('S1')).to.deep.equal([
      'S2 said first at 130', 'second at 130', 'rang at 130', 'S3 said third at 130',
    ]);
    const timers = world.world.trace.steps
      .filter(step => step.kind === 'input' && step.input.kind === 'timer');
    expect(timers).to.have.lengthOf(1);
  });

  it('must be up to be paused, and paused to be resumed', async () => {
    const {world} = boxes();
    world.pause('S1');
    world.crash('S2');

    expect(() => world.pause('S1')).to.throw('S1 is paused already');
    expect(() => world.pause('S2')).to.throw('S2 is down and cannot be paused');
    expect(() => world.resume('S3')).to.throw('S3 is not paused');
  });
});
