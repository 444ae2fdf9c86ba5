/**
 * What is run for a lab: the same everywhere, on seeds that only the policy's secret tells.
 */
import {expect} from 'chai';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import {isRandom} from '../../../../harness/scenario/definition';
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

  it('are a few known seeds and a few that only the secret tells, where worlds are random', () => {
    const first = seedsOf(withSeeds(3, 'a'));
    const second = seedsOf(withSeeds(3, 'b'));
    const random = tasksOf(five, DEFAULT_POLICY).filter(({definition}) => isRandom(definition));
    expect(new Set(random.map(({isHidden}) => isHidden)).size).to.equal(2);
    for (const {definition: {name, seeds}, isHidden} of random) {
      // Nobody knows the other seeds of a hidden test, either.
      const [known, secret] = isHidden ? [1, 1] : [3, 3];
      const run = first.get(name)!;
      expect(run).to.have.lengthOf(known + secret);
      expect(run.slice(0, known)).to.deep.equal(seeds.slice(0, known));
      expect(run.slice(known)).to.not.deep.equal((second.get(name) ?? []).slice(known));
    }
  });

  it('are five seeds of a public test and two of a hidden one, if the policy is silent', () => {
    const counts = tasksOf(five, DEFAULT_POLICY).filter(({definition}) => isRandom(definition))
      .map(({isHidden, seeds}) => `${isHidden ? 'hidden' : 'public'} ${seeds.length}`);
    expect(new Set(counts)).to.deep.equal(new Set(['public 5', 'hidden 2']));
  });

  it('keep the one seed of a story', () => {
    const stories = tasksOf(five, DEFAULT_POLICY)
      .filter(({definition}) => definition.seeds.length === 1);
    expect(stories).to.not.be.empty;
    const again = seedsOf(withSeeds(3, 'a', 20));
    for (const {definition: {name, seeds}} of stories) {
      expect(again.get(name)).to.deep.equal(seeds);
    }
  });

  it('are all cases, each once, whatever the policy says of seeds', () => {
    for (const [lab, name, count] of [
      ['3', 'orders-of-requests', 24], ['7', 'crash-over-vote', 32], ['7', 'record-over-own', 11],
      ['7', 'crash-installing-first', 9],
    ] as const) {
      for (const policy of [DEFAULT_POLICY, withSeeds(3, 'a', 2), withSeeds(0, 'a', 40)]) {
        const task = tasksOf(findLab(lab), policy)
          .find(({definition}) => definition.name === name)!;
        expect(task.seeds, name).to.deep.equal(Array.from({length: count}, (_, n) => n + 1));
        expect([task.hasFewSeeds, task.confirmedSeeds.size], name).to.deep.equal([false, 3]);
      }
    }
  });

  it('have as many known seeds as the policy says, and none of them twice', () => {
    const few = seedsOf(withSeeds(0, 'a', 2));
    const many = seedsOf(withSeeds(0, 'a', 40));
    for (const {definition: {name, seeds}} of tasksOf(five, DEFAULT_POLICY)
      .filter(({definition}) => isRandom(definition))) {
      expect(few.get(name)).to.deep.equal(seeds.slice(0, 2));
      expect(many.get(name)!.slice(0, seeds.length)).to.deep.equal(seeds);
      expect(many.get(name)).to.have.lengthOf(40);
    }
  });

  it('need not reach what their scenarios must, on fewer seeds than a grade runs', () => {
    const hasFew = (seeds?: number): boolean => tasksOf(five, withSeeds(2, 'a', seeds))
      .some(({hasFewSeeds}) => hasFewSeeds);
    expect([hasFew(), hasFew(40), hasFew(3), hasFew(2), hasFew(1)])
      .to.deep.equal([false, false, false, true, true]);
  });

  it('confirm a seed that nobody knows, where there is one, and one or two that others do', () => {
    for (const {definition, seeds, isHidden, confirmedSeeds} of tasksOf(five, withSeeds(2, 'a'))) {
      expect(seeds).to.include.members([...confirmedSeeds]);
      if (seeds.length === 1) continue;
      const shown = definition.seeds.filter(seed => confirmedSeeds.has(seed));
      expect(shown).to.have.lengthOf(isHidden ? 1 : 2);
      expect(confirmedSeeds).to.have.property('size', shown.length + 1);
    }
  });

  it('confirm seeds that only the secret tells', () => {
    const confirmed = (secret: string): readonly (readonly number[])[] =>
      tasksOf(five, withSeeds(0, secret))
        .filter(({definition, isHidden}) => isRandom(definition) && !isHidden)
        .map(({confirmedSeeds}) => [...confirmedSeeds]);
    expect(confirmed('a')).to.deep.equal(confirmed('a'));
    expect(confirmed('a')).to.not.deep.equal(confirmed('b'));
  });
});
