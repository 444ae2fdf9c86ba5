/**
 * A submission whose processes have to be ended again and again is graded in minutes, not hours.
 */
import {expect} from 'chai';
import {HostDied} from '../../../../harness/host/box';
import type {BatchEffects, DeathCause, Host} from '../../../../harness/host/box';
import {Deaths} from '../../../../harness/grade/engine/deaths';
import {RenewableHost} from '../../../../harness/grade/engine/renewable-host';

/** A process that is ended at its first input. */
class Doomed implements Host {
  readonly name = 'process';

  constructor(private readonly cause: DeathCause) {}

  newBox(): number {
    return 0;
  }

  step(): Promise<BatchEffects> {
    return Promise.reject(new HostDied('it was ended', this.cause));
  }

  drop(): void {
    // Nothing is kept.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** How many processes were started for so many boxes, and what the last box was told. */
async function started(
  cause: DeathCause, boxes: number,
): Promise<{readonly count: number; readonly said: string}> {
  const seen = {count: 0, said: ''};
  const host = new RenewableHost(() => {
    seen.count++;
    return new Doomed(cause);
  }, new Deaths());
  for (let n = 0; n < boxes; n++) {
    const box = host.newBox();
    await host.step([{box, input: {kind: 'timer', nowMs: 0}}])
      .catch((error: HostDied) => { seen.said = error.message; });
  }
  await host.close();
  return seen;
}

/** Answers after a while, of a clock that passes only here; batches wait in line. */
class Slow implements Host {
  readonly name = 'process';
  nowMs = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly takesMs: number) {}

  newBox(): number {
    return 0;
  }

  async step(): Promise<BatchEffects> {
    const answered = this.last.then(() => { this.nowMs += this.takesMs; });
    this.last = answered;
    await answered;
    return [[]];
  }

  drop(): void {
    // Nothing is kept.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** How many answers there were, so many batches at a time, and why there were no more. */
async function answered(takesMs: number, together: number): Promise<string> {
  const slow = new Slow(takesMs);
  const host = new RenewableHost(() => slow, new Deaths(), () => slow.nowMs);
  const box = host.newBox();
  for (let count = 0; count < 10_000; count += together) {
    try {
      await Promise.all(Array.from({length: together}, () =>
        host.step([{box, input: {kind: 'timer', nowMs: 0}}])));
    } catch (error) {
      const {message, cause} = error as HostDied;
      return `${count}, ${cause}: ${message}`;
    }
  }
  return 'all';
}

describe('processes that have to be ended', () => {
  it('are started no more after ten that kept silent', async () => {
    expect(await started('time', 300)).to.deep.equal({
      count: 10,
      said: '10 of its processes took too long, and no further one is started',
    });
  });

  it('are asked no more after a quarter of an hour of short sleeps', async () => {
    const told = 'time: its answers have taken more than 15 minutes in all, and no further one ' +
      'is waited for';
    expect(await answered(19_000, 1)).to.equal(`48, ${told}`);
    expect(await answered(400, 1)).to.equal(`2251, ${told}`);
    expect(await answered(80, 1)).to.equal('all');
  });

  it('have each moment counted once, however many worlds wait', async () => {
    expect(await answered(400, 4)).to.match(/^2252, time: /);
  });

  it('are counted as silent while one world after the other begins to wait', async () => {
    const slow = new Slow(0);
    const host = new RenewableHost(() => slow, new Deaths(), () => slow.nowMs);
    const box = host.newBox();
    const step = () => host.step([{box, input: {kind: 'timer', nowMs: 0}}])
      .then(() => 'answered', (error: HostDied) => error.cause);
    const told: string[] = [];
    for (let n = 0; n < 1_000; n++) {
      const first = step();
      slow.nowMs += 1_000;
      told.push(await step(), await first);
    }
    expect(told.filter(one => one === 'answered')).to.have.length(2 * 901);
    expect(told.at(-1)).to.equal('time');
  });

  it('are started hundreds of times for somebody who only fills the memory', async () => {
    expect(await started('memory', 300)).to.deep.equal({count: 300, said: 'it was ended'});
    expect(await started('memory', 1_000)).to.deep.equal({
      count: 400, said: '400 of its processes were ended, and no further one is started',
    });
  });
});
