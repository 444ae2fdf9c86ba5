/** When the watchdog looks, and what it must never do. The texts are in faults.spec.ts. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {root} from '../../../harness/host/register.js';
import {Watchdog} from '../../../harness/host/watchdog';
import {StudentBoxes} from './student-boxes';

const STARTS = `
  require('./harness/host/register.js');
  const {Watchdog} = require('./harness/host/watchdog.ts');
  process.stdout.write(Watchdog.start() === undefined ? 'no watchdog' : 'a watchdog');
`;

/** What a process of its own says when it starts a watchdog. */
function startWith(...options: readonly string[]): string {
  const {stdout} = spawnSync(process.execPath, [...options, '-e', STARTS], {
    cwd: root, encoding: 'utf8',
  });
  return stdout;
}

const DILIGENT = `
  export function work(context, rounds) {
    let sum = 0;
    for (let n = 0; n < rounds; n++) sum += Math.sqrt(n);
    return sum > 0;
  }
`;

const SPINNING = 'export function work() { for (;;) Math.sqrt(2); }';

describe('the watchdog', () => {
  it('is off while a debugger is attached, and lets the process end', () => {
    expect(startWith('--inspect=0')).to.equal('no watchdog');
    expect(startWith()).to.equal('a watchdog');
  });

  it('leaves many inputs alone that together take longer than one may', async () => {
    const watchdog = Watchdog.start(200);
    const host = new InProcessHost({watchdog});
    const boxes = new StudentBoxes({host, id: 'watchdog-diligent', text: DILIGENT});
    const startedAt = process.cpuUsage();
    while (process.cpuUsage(startedAt).user / 1_000 < 350) {
      expect(await boxes.call('S1', 'work', 500_000)).to.equal(true);
    }

    await host.close();
    await watchdog?.stop();
  });

  it('leaves a slow input alone, also behind others that were stuck', async function patient() {
    this.timeout(60_000);
    const watchdog = Watchdog.start();
    const host = new InProcessHost({watchdog});
    for (let n = 1; n <= 4; n++) {
      const spinning = new StudentBoxes({host, id: 'watchdog-spinning', text: SPINNING, seed: n});
      const outcome = await spinning.call('S1', 'work').catch((error: unknown) => error);
      expect(String(outcome)).to.match(/does not end/);
    }
    const boxes = new StudentBoxes({host, id: 'watchdog-diligent', text: DILIGENT});
    for (let rounds = 10_000_000, tookMs = 0; tookMs < 200; rounds *= 1.4) {
      const startedAt = process.cpuUsage();
      expect(await boxes.call('S1', 'work', rounds), `${tookMs} ms before`).to.equal(true);
      tookMs = process.cpuUsage(startedAt).user / 1_000;
    }

    await host.close();
    await watchdog?.stop();
  });

  it('does not count the time a process sleeps', async () => {
    const watchdog = Watchdog.start(50);
    watchdog?.enter();
    await new Promise(done => setTimeout(done, 400));

    expect(watchdog?.leave()).to.equal(undefined);
    await watchdog?.stop();
  });
});
