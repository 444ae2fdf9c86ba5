/** When calls were given and answered: by event number, which orders them, and by time. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {Call} from '../../../harness/world/calls';
import {StudentBoxes} from '../host/student-boxes';

const ANSWERER = `
  export const now = context => { context.log('first'); return 'now'; };
  export const later = (context, ms) =>
    new Promise(done => setTimeout(() => done('later'), ms));
  export const twice = (context, callId) => {
    for (const answer of ['first', 'second']) context.result(callId, answer);
    return 'third';
  };
  export function reject(context, callId) { context.reject(callId, 'refused'); }
  export const never = () => new Promise(() => {});
`;

describe('a call', () => {
  const host = new InProcessHost();
  after(() => host.close());
  const boxes = (): StudentBoxes =>
    new StudentBoxes({host, id: 'world-answerer', text: ANSWERER, servers: 2});

  const moments = ({invokedAtMs, answeredAtMs}: Call): readonly (number | undefined)[] =>
    [invokedAtMs, answeredAtMs];

  it('carries the numbers of the steps in which it was given and answered', async () => {
    const {world} = boxes();
    await world.run(5);
    const calls = [world.call('S1', 'now', []), world.call('S2', 'later', [20])];
    expect(calls.map(({invokedAt}) => invokedAt)).to.deep.equal([undefined, undefined]);
    await world.run(100);

    for (const {box, method, invokedAt, answeredAt} of calls) {
      const given = world.trace.steps.find(({sequence}) => sequence === invokedAt);
      const answer = world.trace.steps.find(({sequence}) => sequence === answeredAt);
      expect(given).to.deep.include({kind: 'input', box})
        .and.have.nested.property('input.method', method);
      expect(answer).to.deep.include({kind: 'effect', box})
        .and.have.nested.property('effect.kind', 'result');
    }
    expect(calls.map(moments)).to.deep.equal([[5, 5], [5, 25]]);
  });

  it('that is refused carries them too', async () => {
    const {world} = boxes();
    const [refused, refusing] = [world.call('S1', 'never', []), world.call('S1', 'reject', [1])];
    await world.run(10);

    expect(refused).to.include({done: true, error: 'refused', invokedAtMs: 0, answeredAtMs: 0});
    expect(refused.answeredAt).to.be.above(refusing.invokedAt!);
    expect(refusing.answeredAt).to.be.above(refused.answeredAt!);
  });

  it('is answered once: what is said later changes nothing', async () => {
    const {world} = boxes();
    const call = world.call('S1', 'twice', [1]);
    await world.run(10);
    const answer = world.trace.steps.find(step => step.kind === 'effect');

    expect([call.value, call.answeredAt]).to.deep.equal(['"first"', answer?.sequence]);
  });

  it('is ordered with all others, also at one instant', async () => {
    const {world} = boxes();
    const calls = ['S1', 'S2', 'S1', 'S2'].map(box => world.call(box, 'now', []));
    await world.run(0);

    const numbers = calls.flatMap(({invokedAt, answeredAt}) => [invokedAt!, answeredAt!]);
    expect(numbers).to.deep.equal([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers)).to.have.lengthOf(8);
  });

  it('begins when its box is given it, which may be long after it was made', async () => {
    const {world} = boxes();
    await world.run(0);
    world.pause('S1');
    const call = world.call('S1', 'now', []);
    await world.run(50);
    expect(call).not.to.have.property('invokedAt');
    world.resume('S1');
    await world.run(50);

    expect(moments(call)).to.deep.equal([50, 50]);
  });

  it('that its box never gets has never begun', async () => {
    const {world} = boxes();
    await world.run(0);
    world.pause('S1');
    const waiting = world.call('S1', 'now', []);
    const begun = world.call('S2', 'never', []);
    await world.run(50);
    world.crash('S1');
    world.crash('S2');
    const late = world.call('S1', 'now', []);
    await world.run(100);

    expect([waiting, begun, late].map(moments))
      .to.deep.equal([[undefined, undefined], [0, undefined], [undefined, undefined]]);
    expect([waiting, begun, late].map(({done}) => done)).to.deep.equal([false, false, true]);
  });

  it('is timed by the world, whatever the clock of its box shows', async () => {
    const {world} = boxes();
    world.setClock('S1', {rate: 2});
    await world.run(10);
    const call = world.call('S1', 'later', [30]);
    await world.run(100);

    expect(moments(call)).to.deep.equal([10, 25]);
  });
});

describe('event numbers', () => {
  const host = new InProcessHost();
  after(() => host.close());

  it('grow with every input and every effect', async () => {
    const {world} = new StudentBoxes({host, id: 'world-answerer', text: ANSWERER, servers: 2});
    const seen: number[] = [];
    world.observe({
      input: () => { seen.push(world.eventNumber); },
      effect: () => { seen.push(world.eventNumber); },
    });
    expect(world.eventNumber).to.equal(-1);
    for (const box of ['S1', 'S2']) world.call(box, 'later', [10]);
    await world.run(50);

    expect(seen).to.have.lengthOf.above(8);
    for (let n = 1; n < seen.length; n++) expect(seen[n]).to.be.above(seen[n - 1]!);
    expect(world.eventNumber).to.equal(seen.at(-1));
  });
});
