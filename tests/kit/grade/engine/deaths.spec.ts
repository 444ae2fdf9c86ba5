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

describe('processes that have to be ended', () => {
  it('are started no more after ten that kept silent', async () => {
    expect(await started('time', 300)).to.deep.equal({
      count: 10,
      said: '10 of its processes took too long, and no further one is started',
    });
  });

  it('are started for every scenario of somebody who only fills the memory', async () => {
    expect(await started('memory', 300)).to.deep.equal({count: 300, said: 'it was ended'});
  });
});
