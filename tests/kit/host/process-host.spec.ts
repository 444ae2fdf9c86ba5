/** What the other process may do, and that none of it is ever a pass or stays behind. */
import {expect} from 'chai';
import {ProcessHost} from '../../../harness/host/process-host';
import {LabFailure} from '../../../harness/world/lab-failure';
import {badGuest} from './bad-guests';
import {BAD} from './fixtures/bad-answers';
import {StudentBoxes} from './student-boxes';

const QUIET = "export const hello = context => { context.send('S1', context.self); };";

const NO_ANSWER = 'The servers\' process gave no answer — ';

/** Answers each input with one printed line. */
const printing = (line: string): string =>
  `say(JSON.stringify(asked.inputs.map(() => [{kind: 'log', line: ${line}}])));`;

describe('the process of the servers', () => {
  const hosts: ProcessHost[] = [];
  const start = (...options: ConstructorParameters<typeof ProcessHost>): ProcessHost => {
    const host = new ProcessHost(...options);
    hosts.push(host);
    return host;
  };
  const world = (host: ProcessHost, seed = 1) =>
    new StudentBoxes({host, id: 'process-quiet', text: QUIET, seed});
  const claimOf = (running: Promise<unknown>): Promise<string> => running.then(() => 'passed',
    (error: unknown) => error instanceof LabFailure ? error.parts.claim : String(error));

  afterEach(async () => {
    for (const host of hosts.splice(0)) {
      await host.close();
      expect(isAlive(host.pid), 'left behind').to.equal(false);
    }
  });

  for (const {what, code, says} of BAD) {
    it(`fails every world that waits for it when it ${what}`, async () => {
      const deadlineMs = says.startsWith('no answer') ? 400 : 10_000;
      const host = start({guestFile: badGuest(what, code), deadlineMs});
      const worlds = [1, 2, 3].map(seed => world(host, seed));
      const claims = await Promise.all(worlds.map(one => claimOf(one.runFor(10))));

      expect(new Set(claims)).to.deep.equal(new Set([NO_ANSWER + says + '.']));
      expect(await claimOf(world(host).runFor(10)), 'a later world').to.equal(claims[0]);
    });
  }

  it('is not believed when it talks unasked', async () => {
    const host = start({guestFile: badGuest('talks', "say('[[]]'); setTimeout(say, 20, 'well');")});
    await world(host).runFor(0);
    await new Promise(done => setTimeout(done, 200));

    expect(await claimOf(world(host).runFor(10)))
      .to.equal(`${NO_ANSWER}the servers' process said something it was not asked.`);
  });

  it('waits no more than three times as long for one that waits for us', async () => {
    const code = "require('fs').writeSync(3, 'a question\\n');";
    const host = start({
      guestFile: badGuest('asks', code), deadlineMs: 300, questions: () => new Promise(() => {}),
    });
    const startedAt = performance.now();

    expect(await claimOf(world(host).runFor(10))).to.match(/no answer within 0.3 s of real time/);
    expect(performance.now() - startedAt).to.be.above(850);
  });

  it('costs one line for all worlds that wait at the same moment', async () => {
    const code = printing('String(lines)');
    const host = start({guestFile: badGuest('counts lines', code)});
    const worlds = Array.from({length: 16}, (_, n) => world(host, n));
    for (let round = 0; round < 10; round++) {
      await Promise.all(worlds.map(one => one.call('S1', 'hello')));
    }

    const lines = worlds.flatMap(one => one.printedBy('S1')).map(Number);
    expect(lines).to.have.lengthOf(16 * 11);
    expect(Math.max(...lines)).to.be.at.most(12);
  });

  it('carries any text there and back', async () => {
    const text = 'export const echo = (context, value) => value;';
    const boxes = new StudentBoxes({host: start(), id: 'process-echo', text});
    const odd = ['\u2028\u2029\r\n\t\0', 'é€😀', '\ud800', '"\\', 'x'.repeat(1_000_000)];

    expect(await boxes.call('S1', 'echo', odd)).to.deep.equal(odd);
  });

  it('says when it cannot start', async () => {
    const host = start({guestFile: '/nowhere.js'});
    expect(await claimOf(world(host).runFor(0)))
      .to.equal(`${NO_ANSWER}the process that ran the servers ended (code 1).`);
  });

  it('knows nothing of the environment', async () => {
    process.env['SECRET_OF_THE_GRADER'] = 'x';
    const code = printing('Object.keys(process.env).join()');
    const boxes = world(start({guestFile: badGuest('environment', code)}));
    await boxes.runFor(0);

    delete process.env['SECRET_OF_THE_GRADER'];
    expect(boxes.printedBy('S1')[0]).to.match(/^PATH(,FLOTILLA_CACHE)?$/);
  });
});

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
