/** What the seeds of a scenario come to together: k of N, the faults a failure needs, the goals. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {seedsUpTo} from '../../../harness/scenario';
import type {ScenarioDefinition, Scene} from '../../../harness/scenario/definition';
import type {ScenarioResult} from '../../../harness/scenario/outcome';
import {resultFrom, resultOf} from '../../../harness/scenario/results';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import {LabFailure} from '../../../harness/world/lab-failure';

const FAULTS = ['loss', 'delay', 'duplication'];

function withThreeSeeds(
  body: (scene: Scene) => void, mustReach: readonly string[],
): ScenarioDefinition {
  return {
    lab: 5, labName: 'election', section: '§5', group: 'kit', title: 'a title', name: 'a-name',
    points: 1, seeds: [1, 2, 3],
    options: {
      points: 1, servers: 3, faults: FAULTS, mustReach, conditions: {lossProbability: 0.1},
    },
    body: scene => Promise.resolve(body(scene)),
  };
}

describe('the seeds of a scenario', () => {
  const host = new InProcessHost();
  after(() => host.close());

  const subject = findSubject('reference');

  function run(
    body: (scene: Scene) => void, mustReach: readonly string[] = [], seeds?: readonly number[],
  ): Promise<ScenarioResult> {
    return resultOf(withThreeSeeds(body, mustReach), {subject, host, seeds});
  }

  /** As a grade does: one seed ran, and nobody chose it. */
  async function afterFirst(body: (scene: Scene) => void): Promise<ScenarioResult> {
    const definition = withThreeSeeds(body, ['split vote']);
    const first = await runSeed(definition, {subject, host, seed: 1});
    return resultFrom(definition, [first], {subject, host});
  }

  /** Of 24 cases, those that ran, in order. */
  async function casesRun(seeds?: readonly number[]): Promise<readonly number[]> {
    const ran: number[] = [];
    const definition: ScenarioDefinition = {
      lab: 5, labName: 'election', section: '§5', group: 'kit', title: 'a title', name: 'a-name',
      points: 1, seeds: seedsUpTo(24), options: {points: 1, servers: 1, cases: 24},
      body: ({seed}) => Promise.resolve(void ran.push(seed)),
    };
    await resultOf(definition, {subject, host, seeds});
    return ran;
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

  it('go on, where only some of them ran, until one gets there', async () => {
    const ran = await afterFirst(({seed, reached}) => { if (seed === 2) reached('split vote'); });
    expect([ran.verdict, ran.seedsRun, ran.seedsPassed]).to.deep.equal(['passed', 2, 2]);
    const never = await afterFirst(() => undefined);
    expect([never.verdict, never.seedsRun]).to.deep.equal(['failed', 3]);
    const failing = await afterFirst(({seed}) => { if (seed === 2) fail(); });
    expect(failing).to.include({verdict: 'failed', seedsRun: 2, seedsPassed: 1});
    expect(failing.shown.failure?.parts.claim).to.equal('Something is broken: it is.');
  });

  it('are run once each, where they are cases, and begin anew behind the last', async () => {
    expect(await casesRun()).to.deep.equal(seedsUpTo(24));
    expect(await casesRun([7])).to.deep.equal([7]);
    expect(await casesRun([25, 1, 48, 0])).to.deep.equal([1, 24]);
    expect(await casesRun(seedsUpTo(500))).to.deep.equal(seedsUpTo(24));
  });
});

describe('a list of seeds', () => {
  it('begins with those that are to come first, and has each once', () => {
    expect(seedsUpTo(4)).to.deep.equal([1, 2, 3, 4]);
    expect(seedsUpTo(5, {first: [4, 2]})).to.deep.equal([4, 2, 1, 3, 5]);
    expect(() => seedsUpTo(5, {first: [6]})).to.throw('the seeds end at 5');
  });
});
