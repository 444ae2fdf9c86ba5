/** Time, links, held messages, calls and limits of a world. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {CALM} from '../../../harness/world/network';
import type {Conditions} from '../../../harness/world/network';
import {StudentBoxes} from '../host/student-boxes';

const TALKER = `
  export const send = (context, to, message) => { context.send(to, message); };
  export const arm = (context, ms) => { timer = setTimeout(() => context.send('S2', 'rang'), ms); };
  export const steal = (context, callId) => { context.result(callId, 'stolen'); };
  export const later = () => new Promise(done => setTimeout(() => done('late'), 50));
  export function receive(context, from, message) {
    if (message === 'clear') clearTimeout(timer);
    if (message === 'multiply') for (let n = 0; n < 2; n++) context.send(from, message);
  }
  let timer;
`;

/** What a promise is rejected with. */
function claimOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'nothing', (error: Error) => error.message);
}

describe('a world', () => {
  const host = new InProcessHost();
  after(() => host.close());
  const boxes = (conditions: Partial<Conditions> = {}, inputLimit = 1_000) => new StudentBoxes({
    host, id: 'world-talker', text: TALKER, servers: 3,
    conditions: {...CALM, ...conditions}, inputLimit,
  });

  describe('and its links', () => {
    it('loses what is sent over a link that is cut, in that direction only', async () => {
      const world = boxes();
      world.world.network.cut('S1', 'S2');
      await world.call('S1', 'send', 'S2', 'there');
      await world.call('S2', 'send', 'S1', 'back');
      await world.runFor(10);

      expect(world.receivedBy('S2')).to.deep.equal([]);
      expect(world.receivedBy('S1')).to.deep.equal(['S2: "back"']);
      expect(world.fates).to.deep.equal(['S1 → S2 cut off']);
    });

    it('loses what is on its way when it comes due over a link that is cut', async () => {
      const world = boxes({delayMsMin: 10, delayMsMax: 10});
      await world.call('S1', 'send', 'S2', 'a');
      await world.runFor(5);
      world.world.network.cut('S1', 'S2');
      await world.runFor(10);
      world.world.network.heal('S1', 'S2');
      await world.call('S1', 'send', 'S2', 'b');
      await world.runFor(10);

      expect(world.receivedBy('S2')).to.deep.equal(['S1: "b"']);
      expect(world.fates).to.deep.equal(['S1 → S2 cut off']);
    });

    it('delivers late what comes due after the link is whole again', async () => {
      const world = boxes({delayMsMin: 10, delayMsMax: 10});
      await world.call('S1', 'send', 'S2', 'a');
      world.world.network.cut('S1', 'S2');
      await world.runFor(5);
      world.world.network.healAll();
      await world.runFor(5);

      expect(world.receivedBy('S2')).to.deep.equal(['S1: "a"']);
    });

    it('draws the same fates after a cut as without it', async () => {
      const fates = async (isCut: boolean): Promise<readonly string[]> => {
        const world = boxes({lossProbability: 0.5});
        if (isCut) world.world.network.cut('S1', 'S2');
        for (let n = 0; n < 20; n++) await world.call('S1', 'send', 'S2', n);
        world.world.network.healAll();
        for (let n = 20; n < 40; n++) await world.call('S1', 'send', 'S2', n);
        await world.runFor(10);
        return world.receivedBy('S2').filter(message => Number(message.slice(4)) >= 20);
      };

      expect(await fates(true)).to.deep.equal(await fates(false)).and.not.lengthOf(20);
    });

    it('loses what reaches a server that is down', async () => {
      const world = boxes();
      await world.runFor(0);
      world.world.crash('S2');
      await world.call('S1', 'send', 'S2', 'a');
      await world.runFor(10);

      expect(world.fates).to.deep.equal(['S1 → S2 receiver is down']);
    });

    it('delivers what a server sent before it crashed, also to one that restarted', async () => {
      const world = boxes({delayMsMin: 10, delayMsMax: 10});
      await world.call('S1', 'send', 'S2', 'a');
      world.world.crash('S1');
      await world.restart('S2');
      await world.runFor(10);

      expect(world.receivedBy('S2')).to.deep.equal(['S1: "a"']);
    });

    it('gives nothing to a server before its boot, even at the same instant', async () => {
      const world = boxes();
      await world.runFor(0);
      world.world.crash('S2');
      world.world.deliver('S1', 'S2', '"early"');
      world.world.boot('S2');
      world.world.deliver('S1', 'S2', '"in time"');
      await world.runFor(0);

      expect(world.receivedBy('S2')).to.deep.equal(['S1: "in time"']);
      expect(world.fates).to.deep.equal(['S1 → S2 receiver is down']);
    });

    it('counts messages, and their bytes as they travel', async () => {
      const world = boxes();
      await world.call('S1', 'send', 'S2', 'é');
      await world.call('S1', 'send', 'S3', {a: 1});

      expect(world.world.counts).to.include({messages: 2, bytes: 4 + 7});
    });

    it('refuses a receiver that does not exist', async () => {
      const claim = await claimOf(boxes().call('S1', 'send', 'S9', 1));

      expect(claim).to.equal('S1 sent a message to "S9" — there is no such server.');
    });
  });

  describe('and messages that are held', () => {
    it('keeps them until they are taken, in order, and delivers at that instant', async () => {
      const world = boxes();
      world.world.mail.hold(({to}) => to === 'S2');
      for (const text of ['a', 'b']) await world.call('S1', 'send', 'S2', text);
      await world.call('S1', 'send', 'S3', 'free');
      await world.runFor(50);
      expect(world.world.mail.heldMessages.map(({message}) => message))
        .to.deep.equal(['"a"', '"b"']);
      expect(world.world.isQuiet).to.equal(true);

      const [first, second] = world.world.mail.takeHeld(() => true);
      for (const held of [second!, first!]) world.world.deliver(held.from, held.to, held.message);
      await world.runFor(0);

      expect(world.receivedBy('S2')).to.deep.equal(['S1: "b"', 'S1: "a"']);
      expect(world.receivedBy('S3')).to.deep.equal(['S1: "free"']);
      expect(world.world.mail.heldMessages).to.deep.equal([]);
    });
  });

  describe('and time', () => {
    it('stops at the limit, or as soon as a condition holds', async () => {
      const {world} = boxes({delayMsMin: 10, delayMsMax: 10});

      expect(await world.run(100)).to.equal(false);
      expect(world.nowMs).to.equal(100);
      world.call('S1', 'later', []);
      expect(await world.run(1_000, () => world.nowMs >= 150)).to.equal(true);
      expect(world.nowMs).to.equal(150);
    });

    it('lets what is due at one instant happen in the order it was scheduled', async () => {
      const armedFirst = boxes({delayMsMin: 10, delayMsMax: 10});
      await armedFirst.call('S1', 'arm', 10);
      await armedFirst.call('S3', 'send', 'S1', 'clear');
      await armedFirst.runFor(50);
      const sentFirst = boxes({delayMsMin: 10, delayMsMax: 10});
      await sentFirst.call('S3', 'send', 'S1', 'clear');
      await sentFirst.call('S1', 'arm', 10);
      await sentFirst.runFor(50);

      expect(armedFirst.receivedBy('S2')).to.deep.equal(['S1: "rang"']);
      expect(sentFirst.receivedBy('S2')).to.deep.equal([]);
    });

    it('takes an answer that comes many inputs later', async () => {
      const {world} = boxes();
      const call = world.call('S1', 'later', []);
      await world.run(49);
      expect(call.done).to.equal(false);
      await world.run(50);

      expect([call.done, call.value]).to.deep.equal([true, '"late"']);
    });

    it('takes an answer from the box that was called, and no other', async () => {
      const {world} = boxes();
      const call = world.call('S1', 'later', []);
      world.call('S2', 'steal', [1]);
      await world.run(100);

      expect(call.value).to.equal('"late"');
    });

    it('is run by one at a time', async () => {
      const {world} = boxes();
      const first = world.run(10);

      expect(await world.run(10).catch((error: Error) => error.message))
        .to.equal('this world is running already');
      expect(await first).to.equal(false);
    });
  });

  describe('and its limits', () => {
    it('ends a storm of messages', async () => {
      const world = boxes({delayMsMin: 0, delayMsMax: 0});
      await world.call('S1', 'send', 'S1', 'multiply').catch(() => undefined);
      const claim = await world.runFor(10).catch((error: Error) => error.message);

      expect(claim).to.equal('Too many events: 1000 by t=0ms, and still more on their way.');
    });

    it('stays broken once a check broke it', async () => {
      const {world} = boxes();
      world.observe({input: () => { throw new Error('a check'); }});
      const claims = [];
      for (let n = 0; n < 2; n++) claims.push(await claimOf(world.run(10)));

      expect(claims).to.deep.equal(['a check', 'a check']);
    });

    it('keeps the last steps, and counts all of them', async () => {
      const small = new StudentBoxes({
        host, id: 'world-talker', text: TALKER, servers: 2, traceCapacity: 10,
      });
      for (let n = 0; n < 50; n++) await small.call('S1', 'send', 'S2', n);
      const {trace} = small.world;

      expect(trace.length).to.be.above(100);
      expect(trace.steps.length).to.be.within(10, 20);
      expect(trace.steps.at(-1)?.sequence).to.equal(trace.length - 1);
    });
  });
});
