/** Each seed of a random world may draw its own rates, which a failure then prints. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {ScenarioOptions, Scene} from '../../../harness/scenario/definition';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import type {Chance} from '../../../harness/world/chance';
import {describeConditions} from '../../../harness/world/describe-conditions';
import {CALM} from '../../../harness/world/network';
import type {Conditions} from '../../../harness/world/network';

const drawn = (chance: Chance): Partial<Conditions> => ({
  lossProbability: chance.fraction() / 5, delayMsMax: chance.between(1, 100),
});

interface Seen {
  readonly conditions: Conditions;
  /** The test's own draws. */
  readonly draws: readonly number[];
  /** What a failure said. */
  readonly said: string | null | undefined;
}

describe('conditions that are drawn', () => {
  const host = new InProcessHost();
  after(() => host.close());

  /** A scenario of one line that fails. */
  async function seen(
    conditions: ScenarioOptions['conditions'], seed: number, off: readonly string[] = [],
  ): Promise<Seen> {
    let before = CALM;
    const draws: number[] = [];
    const body = ({world, chance, cluster}: Scene): Promise<void> => {
      before = world.network.conditions;
      for (let n = 0; n < 5; n++) draws.push(chance.between(0, 1_000));
      cluster.calm();
      throw new Error('on purpose');
    };
    const {outcome} = await runSeed({
      lab: 5, labName: 'any', section: '§5', group: 'any', title: 'any', name: 'any', points: 1,
      seeds: [seed], body,
      options: {points: 1, servers: 3, ...(conditions === undefined ? {} : {conditions})},
    }, {host, seed, off, subject: findSubject('reference')});
    return {conditions: before, draws, said: outcome.failure?.conditions};
  }

  it('are another for each seed, and the same for the same seed', async () => {
    const rates = new Set<string>();
    for (let seed = 1; seed <= 20; seed++) {
      const {conditions} = await seen(drawn, seed);
      expect(conditions.lossProbability).to.be.within(0, 0.2);
      expect(conditions).to.deep.equal((await seen(drawn, seed)).conditions);
      expect(conditions.heldMsMax).to.equal(CALM.heldMsMax);
      rates.add(JSON.stringify(conditions));
    }
    expect(rates).to.have.lengthOf(20);
  });

  it('are what a failure prints, also after the network was calmed', async () => {
    const {conditions, said} = await seen(drawn, 1);

    expect(said).to.match(/^loss [\d.]+ %, delay 1–\d+ ms$/);
    expect(said).to.equal(describeConditions(conditions, new Set()));
    expect((await seen({lossProbability: 0.5}, 1)).said).to.equal('loss 50 %');
    expect((await seen(undefined, 1)).said).to.equal(null);
  });

  it('are not what the test draws, from the same seed', async () => {
    let first = -1;
    const {draws} = await seen(chance => {
      first = chance.between(0, 1_000);
      return {};
    }, 7);

    expect(first).to.be.within(0, 1_000).and.not.equal(draws[0]);
  });

  it('do not move the draws of the test, nor does switching a fault off move them', async () => {
    const [fixed, moved, without] = await Promise.all([
      seen(undefined, 7), seen(drawn, 7), seen(drawn, 7, ['loss']),
    ]);

    expect(moved.draws).to.deep.equal(fixed.draws);
    expect(without.conditions).to.deep.equal(moved.conditions);
    expect(without.said).to.equal(moved.said?.replace(/^loss [^,]*, /, ''));
  });
});
