/** What the seeds of a scenario come to together: k of N, the faults a failure needs, the goals. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {ScenarioDefinition, Scene} from '../../../harness/scenario/definition';
import type {ScenarioResult} from '../../../harness/scenario/outcome';
import {resultOf} from '../../../harness/scenario/results';
import {findSubject} from '../../../harness/scenario/subject';
import {LabFailure} from '../../../harness/world/lab-failure';

const FAULTS = ['loss', 'delay', 'duplication'];

describe('the seeds of a scenario', () => {
  const host = new InProcessHost();
  after(() => host.close());

  function run(
    body: (scene: Scene) => void, mustReach: readonly string[] = [], seeds?: readonly number[],
  ): Promise<ScenarioResult> {
    const definition: ScenarioDefinition = {
      lab: 5, labName: 'election', section: '§5', group: 'kit', title: 'a title', name: 'a-name',
      points: 1, seeds: [1, 2, 3],
      options: {
        points: 1, servers: 3, faults: FAULTS, mustReach, conditions: {lossProbability: 0.1},
      },
      body: scene => Promise.resolve(body(scene)),
    };
    return resultOf(definition, {subject: findSubject('reference'), host, seeds});
  }

  const fail = (): never => {
    throw new LabFailure({kind: 'safety', claim: 'Something is broken: it is.'});
  };

  it('pass only together, and the first that fails is shown', async () => {
    const result = await run(({seed}) => { if (seed === 2) fail(); });
    expect(result.verdict).to.equal('failed');
    expect([result.seedsRun, result.seedsPassed, result.shown.seed]).to.deep.equal([2, 1, 2]);
    expect(result.shown.failure?.conditions).to.equal('loss 10 %');
  });

  it('name the faults without which the failing one passes', async () => {
    const result = await run(({allows}) => { if (allows('loss') && allows('delay')) fail(); });
    expect(result.shown.failure?.needs).to.deep.equal(['loss', 'delay']);
  });

  it('name none where it fails without any fault', async () => {
    expect((await run(fail)).shown.failure?.needs).to.deep.equal([]);
  });

  it('are worth nothing if they never got where they must', async () => {
    const result = await run(() => undefined, ['split vote']);
    expect(result.verdict).to.equal('failed');
    expect(result.shown.failure?.parts.claim).to.match(/^No split vote in 3 random worlds/);
    const reached = await run(({reached: note}) => note('split vote'), ['split vote']);
    expect(reached.verdict).to.equal('passed');
  });

  it('need not get there when somebody chose the seeds', async () => {
    expect((await run(() => undefined, ['split vote'], [9])).verdict).to.equal('passed');
  });
});
