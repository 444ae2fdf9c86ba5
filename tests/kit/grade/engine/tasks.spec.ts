/**
 * What is run for a lab: the same everywhere, on seeds that only the policy's secret tells.
 */
import {expect} from 'chai';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import {allLabs, findLab} from '../../../../harness/scenario/labs';

const five = findLab('5');

function withSeeds(count: number, secret: string, seeds?: number): Policy {
  return {
    ...DEFAULT_POLICY, hiddenSeeds: {count, secret}, ...seeds === undefined ? {} : {seeds},
  };
}

function seedsOf(policy: Policy): ReadonlyMap<string, readonly number[]> {
  return new Map(tasksOf(five, policy).map(({definition, seeds}) => [definition.name, seeds]));
}

describe('the tasks of a lab', () => {
  for (const lab of allLabs()) {
    it(`are worth what the lab is worth, with hidden tests and without: ${lab.name}`, () => {
      for (const hiddenShare of [0, 0.2, 1]) {
        const tasks = tasksOf(lab, {...DEFAULT_POLICY, hiddenShare});
        const hidden = tasks.filter(({isHidden}) => isHidden);
        const total = tasks.reduce((sum, {points}) => sum + points, 0);
        expect(total).to.be.closeTo(lab.points, 1e-6);
        const ofHidden = hidden.reduce((sum, {points}) => sum + points, 0);
        const share = hidden.length === 0 ? 0 : hiddenShare;
        expect(ofHidden).to.be.closeTo(lab.points * share, 1e-6);
      }
    });
  }

  it('are the same for the same policy', () => {
    expect(seedsOf(withSeeds(3, 'a'))).to.deep.equal(seedsOf(withSeeds(3, 'a')));
  });

  it('have further seeds where worlds are random, which only the secret tells', () => {
    const open = seedsOf(withSeeds(0, 'a'));
    const first = seedsOf(withSeeds(3, 'a'));
    const second = seedsOf(withSeeds(3, 'b'));
    const random = [...open].filter(([, seeds]) => seeds.length > 1);
    const hiddenNames = new Set(tasksOf(five, DEFAULT_POLICY)
      .filter(({isHidden}) => isHidden).map(({definition: {name}}) => name));
    expect(random.some(([name]) => hiddenNames.has(name))).to.equal(true);
    expect(random).to.not.be.empty;
    for (const [name, seeds] of random) {
      const hidden = (first.get(name) ?? []).slice(seeds.length);
      // Nobody knows the other seeds of a hidden test, either.
      expect(hidden).to.have.lengthOf(hiddenNames.has(name) ? 1 : 3);
      expect(hidden).to.not.deep.equal((second.get(name) ?? []).slice(seeds.length));
    }
  });

  it('keep the one seed of a story', () => {
    const stories = [...seedsOf(withSeeds(0, 'a'))].filter(([, seeds]) => seeds.length === 1);
    const again = seedsOf(withSeeds(3, 'a', 20));
    for (const [name, seeds] of stories) expect(again.get(name)).to.deep.equal(seeds);
  });

  it('have as many public seeds as the policy says', () => {
    const few = seedsOf(withSeeds(0, 'a', 2));
    const many = seedsOf(withSeeds(0, 'a', 40));
    expect(few.get('random-five')).to.have.lengthOf(2);
    expect(many.get('random-five')).to.have.lengthOf(40);
  });

  it('need not reach what their scenarios must, on fewer seeds than these have', () => {
    const hasFew = (seeds?: number): boolean => tasksOf(five, withSeeds(2, 'a', seeds))
      .some(({hasFewSeeds}) => hasFewSeeds);
    expect([hasFew(), hasFew(40), hasFew(2)]).to.deep.equal([false, false, true]);
  });

  it('confirm a seed that nobody knows, where there is one, and a few that everybody does', () => {
    const known = seedsOf(withSeeds(0, 'a'));
    for (const {definition, seeds, isHidden, confirmedSeeds} of tasksOf(five, withSeeds(2, 'a'))) {
      expect(seeds).to.include.members([...confirmedSeeds]);
      if (seeds.length === 1) continue;
      const shown = known.get(definition.name)!.filter(seed => confirmedSeeds.has(seed));
      expect(shown).to.have.lengthOf(isHidden ? 1 : 3);
      expect(confirmedSeeds).to.have.property('size', shown.length + 1);
    }
  });

  it('confirm seeds that only the secret tells', () => {
    const confirmed = (secret: string): readonly (readonly number[])[] =>
      tasksOf(five, withSeeds(0, secret))
        .filter(({seeds, isHidden}) => seeds.length > 3 && !isHidden)
        .map(({confirmedSeeds}) => [...confirmedSeeds]);
    expect(confirmed('a')).to.deep.equal(confirmed('a'));
    expect(confirmed('a')).to.not.deep.equal(confirmed('b'));
  });
});
