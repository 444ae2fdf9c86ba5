/** Clocks that drift, pauses, slow servers and crashes: one seed, one trace, whatever the host. */
import {expect} from 'chai';
import type {Host} from '../../../harness/host/box';
import {Chance} from '../../../harness/world/chance';
import {StudentBoxes} from '../host/student-boxes';
import {Hosts, digestOf} from '../host/three-hosts';

/** Servers that talk when their timers ring, and answer now or later. */
const BUSY = `
  let rung = 0;
  export function start(context) {
    setTimeout(() => start(context), 5 + Math.floor(Math.random() * 40));
    context.append({rung: ++rung, at: Date.now()});
    if (rung % 3 === 0) context.sync();
    for (const server of context.servers) context.send(server, {rung, type: 'Ask'});
  }
  export async function receive(context, from, {rung, type}) {
    if (type === 'Results') return;
    if (rung % 2 === 0) await new Promise(done => setTimeout(done, 3));
    context.send(from, {rung, at: Date.now(), type: 'Results'});
  }
  export const disk = context => context.disk.length;
`;

const ROUNDS = 120;

/** Does something unkind to one of the servers, or something kind. */
function round({world}: StudentBoxes, server: string, chance: Chance): void {
  if (!world.isUp(server)) {
    world.boot(server);
    world.call(server, 'start', []);
  } else if (world.isPaused(server)) {
    if (chance.happens(0.8)) world.resume(server);
    else world.crash(server);
  } else {
    hurt({world}, server, chance);
  }
}

function hurt({world}: Pick<StudentBoxes, 'world'>, server: string, chance: Chance): void {
  switch (chance.between(0, 6)) {
    case 0:
    case 1:
      world.pause(server);
      return;
    case 2:
    case 3:
      world.setClock(server, {rate: 0.5 + chance.fraction()});
      return;
    case 4: {
      let left = chance.between(1, 6);
      world.crashAfter(server, () => --left === 0);
      return;
    }
    case 5:
      world.network.answerLate(server, chance.between(0, 1) * 70);
      return;
    default:
      world.call(server, 'disk', []);
  }
}

async function run(host: Host, seed: number): Promise<StudentBoxes> {
  const boxes = new StudentBoxes({
    host, seed, id: 'world-busy', text: BUSY, servers: 4,
    unsynced: 'a prefix may survive',
    conditions: {
      lossProbability: 0.1, duplicationProbability: 0.1, reorderingProbability: 0.5,
      heldMsMin: 20, heldMsMax: 100, delayMsMin: 0, delayMsMax: 20, distribution: 'uniform',
      reorderingOf: 'results',
    },
    isResults: message => (JSON.parse(message) as {type: string}).type === 'Results',
  });
  for (const server of boxes.servers) boxes.world.call(server, 'start', []);
  const chance = new Chance(seed, 'test');
  for (let n = 0; n < ROUNDS; n++) {
    await boxes.runFor(chance.between(0, 25));
    round(boxes, chance.pick(boxes.servers), chance);
  }
  await boxes.runFor(100);
  return boxes;
}

describe('one seed of an unkind world', () => {
  const hosts = new Hosts();
  after(() => hosts.close());

  it('gives one trace on every host, twice on each', async () => {
    for (const seed of [1, 2, 3]) {
      const runs = hosts.all.flatMap(([, host]) => [run(host, seed), run(host, seed)]);
      const digests = (await Promise.all(runs)).map(({world}) => digestOf(world.trace));
      expect(new Set(digests), `seed ${seed}`).to.have.lengthOf(1);
    }
  });

  it('is enough to see that something did go wrong', async () => {
    const {world, servers} = await run(hosts.inProcess, 1);
    const kinds = world.trace.steps.map(step => step.kind === 'fate' ? step.fate : step.kind);
    const inputs = world.trace.steps.flatMap(step => step.kind === 'input' ? [step] : []);

    expect(kinds).to.include.members([
      'crash', 'lost', 'duplicated', 'held back', 'receiver is down',
    ]);
    expect(world.trace.steps.some(step =>
      step.kind === 'crash' && (step.survivingRecords ?? 0) > 0)).to.equal(true);
    expect(inputs.filter(({input, atMs}) => input.nowMs !== atMs)).not.to.have.lengthOf(0);
    for (const server of servers) {
      const own = inputs.filter(({box}) => box === server).map(({input}) => input.nowMs);
      expect(own, 'time goes on').to.deep.equal([...own].sort((a, b) => a - b));
    }
  });
});
