/** Clocks that run at a rate of their own: what a box sees of time, and when its alarms ring. */
import {expect} from 'chai';
import fc from 'fast-check';
import type {Host} from '../../../harness/host/box';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {DriftingClock} from '../../../harness/world/drifting-clock';
import {CALM} from '../../../harness/world/network';
import {World} from '../../../harness/world/world';
import {StudentBoxes} from '../host/student-boxes';

const SLEEPER = `
  export const sleep = (context, ms) => new Promise(done => setTimeout(() => done(Date.now()), ms));
  export const now = () => Date.now();
  export const send = (context, to, message) => { context.send(to, message); };
  export function receive(context, from, message) { context.log('at ' + Date.now()); }
  export function tick(context) { setInterval(() => context.log('tick ' + Date.now()), 100); }
`;

const SEEDED = {seed: 1, numRuns: 500};
const rate = fc.double({min: 0.01, max: 100, noNaN: true});
const laterMs = fc.integer({min: 0, max: 100_000});

/** A clock that was set to a rate, and later to another. */
const clocks = fc.record({first: rate, afterMs: laterMs, second: rate, aheadMs: laterMs})
  .map(({first, afterMs, second, aheadMs}) => {
    const clock = new DriftingClock();
    clock.set(0, {rate: first, aheadMs});
    const before = clock.at(afterMs);
    clock.set(afterMs, {rate: second});
    return {clock, before, afterMs};
  });

describe('a clock that drifts', () => {
  it('shows floor(world ms × rate + offset)', () => {
    const clock = new DriftingClock();
    clock.set(0, {rate: 1.5, aheadMs: 1_000});

    expect([0, 1, 2, 3, 100].map(ms => clock.at(ms)))
      .to.deep.equal([1_000, 1_001, 1_003, 1_004, 1_150]);
  });

  it('shows the time of the world as long as nobody has set it, fractions too', () => {
    expect(new DriftingClock().at(12.5)).to.equal(12.5);
  });

  it('never goes backwards, and does not jump when its rate changes', () => {
    fc.assert(fc.property(clocks, laterMs, laterMs, ({clock, before, afterMs}, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)];
      expect(clock.at(afterMs)).to.equal(before);
      expect(clock.at(afterMs + early)).to.be.at.most(clock.at(afterMs + late));
    }), SEEDED);
  });

  it('shows a time first at the earliest whole ms at which it has come', () => {
    fc.assert(fc.property(clocks, laterMs, laterMs, ({clock, afterMs}, wanted, waited) => {
      const fromMs = afterMs + waited;
      const dueMs = clock.whenItShows(wanted, fromMs);
      expect(clock.at(dueMs)).to.be.at.least(wanted);
      if (dueMs > fromMs) expect(clock.at(dueMs - 1)).to.be.below(wanted);
      else expect(dueMs).to.equal(fromMs);
    }), SEEDED);
  });

  it('is not misled by rounding, in either direction', () => {
    const clock = new DriftingClock();
    clock.set(0, {rate: 1.1});
    clock.set(7, {rate: 0.03});

    // Dividing by the rate alone comes out 1 ms early for 254, and 1 ms late for 440.
    expect([254, 440].map(ms => clock.whenItShows(ms, 7))).to.deep.equal([8_218, 14_417]);
    expect([8_217, 8_218, 14_416, 14_417].map(ms => clock.at(ms)))
      .to.deep.equal([253, 254, 439, 440]);
  });

  it('answers for a time that never comes', () => {
    const clock = new DriftingClock();
    clock.set(0, {rate: 0.5});

    expect(clock.whenItShows(1e300, 0)).to.equal(2e300);
  });

  for (const wrong of [0, -1, NaN, Infinity]) {
    it(`cannot run at the rate ${wrong}`, () => {
      expect(() => new DriftingClock().set(0, {rate: wrong})).to.throw('cannot run at the rate');
    });
  }
});

describe('a box with a clock that drifts', () => {
  const host = new InProcessHost();
  after(() => host.close());
  const boxes = () => new StudentBoxes({host, id: 'world-sleeper', text: SLEEPER, servers: 2});

  /** Starts to sleep, and returns when the box woke up: by the world, and by its own clock. */
  async function sleep(
    world: StudentBoxes, ms: number, meanwhile: () => Promise<void> = async () => {},
  ): Promise<readonly unknown[]> {
    const call = world.world.call('S1', 'sleep', [ms]);
    await world.runFor(0);
    await meanwhile();
    await world.world.run(10_000, () => call.done);
    return [world.world.nowMs, JSON.parse(call.value ?? 'null')];
  }

  it('sleeps longer if its clock is slow, and shorter if it is fast', async () => {
    for (const [runsAt, wokeAtMs] of [[0.5, 200], [1, 100], [2, 50], [1.1, 91]] as const) {
      const world = boxes();
      world.world.setClock('S1', {rate: runsAt});
      const [atMs, ownMs] = await sleep(world, 100);
      expect([atMs, ownMs]).to.deep.equal([wokeAtMs, Math.floor(wokeAtMs * runsAt)]);
    }
  });

  it('is given every input at its own time, and the others at theirs', async () => {
    const world = boxes();
    world.world.setClock('S1', {rate: 3});
    await world.runFor(10);
    await world.call('S1', 'send', 'S2', 'x');
    await world.call('S2', 'send', 'S1', 'x');
    await world.runFor(10);

    expect([world.printedBy('S1'), world.printedBy('S2')]).to.deep.equal([['at 33'], ['at 11']]);
    expect(await world.call('S1', 'now')).to.equal(60);
    expect(world.world.clockOf('S1')).to.equal(60);
    for (const step of world.world.trace.steps) {
      if (step.kind !== 'input') continue;
      expect(step.input.nowMs).to.equal(step.atMs * (step.box === 'S1' ? 3 : 1));
    }
  });

  it('takes its alarm along when its rate changes', async () => {
    const world = boxes();
    const woke = await sleep(world, 100, async () => {
      await world.runFor(40);
      world.world.setClock('S1', {rate: 0.5});
    });
    const again = await sleep(world, 100, async () => {
      await world.runFor(100);
      world.world.setClock('S1', {rate: 5});
    });

    expect([woke, again]).to.deep.equal([[160, 100], [270, 200]]);
    const timers = world.world.trace.steps
      .filter(step => step.kind === 'input' && step.input.kind === 'timer');
    expect(timers.map(step => step.atMs)).to.deep.equal([160, 270]);
  });

  it('ticks in its own time', async () => {
    const world = boxes();
    world.world.setClock('S1', {rate: 2});
    await world.call('S1', 'tick');
    await world.runFor(150);

    expect(world.printedBy('S1')).to.deep.equal(['tick 100', 'tick 200', 'tick 300']);
  });

  it('keeps its clock when it crashes, and nothing rings for its former life', async () => {
    const world = boxes();
    world.world.setClock('S1', {rate: 2});
    await world.call('S1', 'tick');
    await world.runFor(60);
    world.world.crash('S1');
    world.world.setClock('S1', {rate: 4});
    await world.runFor(100);
    await world.restart('S1');

    expect(await world.call('S1', 'now')).to.equal(520);
    expect(world.printedBy('S1')).to.deep.equal(['tick 100']);
  });

  it('has no alarm that rings again, for a new rate or in a new life', async () => {
    const world = boxes();
    const timers = (): number => world.world.trace.steps
      .filter(step => step.kind === 'input' && step.input.kind === 'timer').length;
    await sleep(world, 50);
    world.world.setClock('S1', {rate: 0.5});
    await world.runFor(500);
    expect(timers()).to.equal(1);
    world.world.call('S1', 'sleep', [50]);
    await world.runFor(0);
    await world.restart('S1');
    world.world.setClock('S1', {rate: 0.25});
    await world.runFor(500);

    expect(timers()).to.equal(1);
  });

  it('may be ahead from the start, but is not put forward later', async () => {
    const silent: Host = {
      name: 'in-process', newBox: () => 1, drop: () => undefined,
      step: inputs => inputs.map(() => []), close: () => Promise.resolve(),
    };
    const world = new World({host: silent, seed: 1, settings: {}, conditions: CALM});
    world.add({id: 'S1', program: 'none', modules: {}}, ['S1']);
    world.setClock('S1', {rate: 2, aheadMs: 500});
    await world.run(20);
    world.boot('S1');
    await world.run(20);

    expect(world.trace.steps[0]).to.have.nested.property('input.nowMs', 540);
    expect(() => world.setClock('S1', {rate: 1, aheadMs: 5})).to.throw('cannot be put forward');
  });
});
