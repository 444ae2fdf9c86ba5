/** A server that answers late: what it sends comes later, and nothing else changes. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {CALM, Network} from '../../../harness/world/network';
import type {Arrival, Conditions} from '../../../harness/world/network';
import {StudentBoxes} from '../host/student-boxes';

const CRUEL: Partial<Conditions> = {
  delayMsMin: 5, delayMsMax: 25, lossProbability: 0.2, duplicationProbability: 0.2,
  reorderingProbability: 0.3,
};

const LINKS = [['S1', 'S2'], ['S1', 'S3'], ['S2', 'S1'], ['S3', 'S2']] as const;
const ECHO = `
  export const send = (context, to, message) => { context.send(to, message); };
`;

/** What becomes of 200 messages on each link, if S1 is late from one message to another. */
function fates({from, to, lateMs}: {from: number; to: number; lateMs: number}): string[][] {
  const network = new Network(1, {...CALM, ...CRUEL});
  const found: string[][] = LINKS.map(() => []);
  for (let n = 0; n < 200; n++) {
    if (n === from) network.answerLate('S1', lateMs);
    if (n === to) network.answerLate('S1', 0);
    LINKS.forEach(([sender, receiver], link) =>
      found[link]!.push(JSON.stringify(network.arrivals(sender, receiver, '{}'))));
  }
  return found;
}

describe('a server that answers late', () => {
  const host = new InProcessHost();
  after(() => host.close());

  it('has all its messages come so much later, and their other fates are what they were', () => {
    const before = fates({from: -1, to: -1, lateMs: 0});
    const now = fates({from: 50, to: 150, lateMs: 7_000});
    LINKS.forEach(([sender], link) => {
      const later = before[link]!.map((text, n) => {
        if (sender !== 'S1' || n < 50 || n >= 150) return text;
        const arrivals = JSON.parse(text) as readonly Arrival[];
        return JSON.stringify(arrivals.map(one => ({...one, delayMs: one.delayMs + 7_000})));
      });
      expect(now[link]).to.deep.equal(later);
    });
    expect(now).not.to.deep.equal(before);
  });

  it('hears what others say in time, and what it sent before comes in time', async () => {
    const world = new StudentBoxes({host, id: 'world-echo', text: ECHO, servers: 3});
    await world.call('S1', 'send', 'S2', 'before');
    world.world.network.answerLate('S1', 7_000);
    await world.call('S1', 'send', 'S2', 'late');
    await world.call('S2', 'send', 'S1', 'hello');
    await world.call('S2', 'send', 'S3', 'hello');
    await world.runFor(10);
    expect(world.receivedBy('S2')).to.deep.equal(['S1: "before"']);
    expect(world.receivedBy('S1')).to.deep.equal(['S2: "hello"']);
    expect(world.receivedBy('S3')).to.deep.equal(['S2: "hello"']);
    await world.runFor(6_990);
    expect(world.receivedBy('S2')).to.deep.equal(['S1: "before"']);
    world.world.network.answerLate('S1', 0);
    await world.call('S1', 'send', 'S2', 'quick');
    await world.runFor(1);

    // The late one was sent at 0 ms and comes at 7001 ms, as does the quick one sent at 7000 ms.
    expect(world.receivedBy('S2')).to.deep.equal(['S1: "before"', 'S1: "late"', 'S1: "quick"']);
  });

  it('is not early', () => {
    const network = new Network(1, CALM);
    expect(() => network.answerLate('S1', -1)).to.throw('S1 cannot answer -1ms late');
    expect(() => network.answerLate('S1', NaN)).to.throw('S1 cannot answer NaNms late');
  });
});
