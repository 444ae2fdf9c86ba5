/**
 * A grade runs few of the known seeds, and these few are enough: they catch what all of them catch,
 * and what is correct reaches its goals in them.
 *
 * Hidden seeds are left out: which they are depends on a course's secret.
 * Read next: ../../mutants/mutants.spec.ts and ../../variants/variants.spec.ts, on all seeds.
 */
import {expect} from 'chai';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import type {Task} from '../../../../harness/grade/engine/tasks';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import {InProcessHost} from '../../../../harness/host/in-process-host';
import {Watchdog} from '../../../../harness/host/watchdog';
import {isRandom} from '../../../../harness/scenario/definition';
import {allLabs, findLab} from '../../../../harness/scenario/labs';
import {resultOf} from '../../../../harness/scenario/results';
import {runSeed} from '../../../../harness/scenario/run';
import {findSubject} from '../../../../harness/scenario/subject';
import type {Subject} from '../../../../harness/scenario/subject';
import {allMutants, layOver} from '../../mutants/lay-over';
import type {Mutant} from '../../mutants/mutant';
import {variantsOf} from '../../variants/all-variants';

/** Some hundred worlds, on a busy machine. */
const LIMIT_MS = 120_000;

const ONLY_KNOWN: Policy = {
  ...DEFAULT_POLICY, hiddenSeeds: {...DEFAULT_POLICY.hiddenSeeds, count: 0},
};

describe('the seeds that a grade runs', function seeds() {
  this.timeout(LIMIT_MS);
  const host = new InProcessHost({watchdog: Watchdog.start()});
  const mutants = allMutants();
  after(() => host.close());

  for (const lab of allLabs()) {
    const tasks = tasksOf(lab, ONLY_KNOWN);
    const random = tasks.filter(({definition}) => isRandom(definition));

    it(`leave out no story and no case of lab ${lab.number}`, () => {
      for (const {definition, seeds} of tasks) {
        if (!random.some(task => task.definition === definition)) {
          expect(seeds, definition.name).to.deep.equal(definition.seeds);
        }
      }
    });

    it(`catch each broken variant of lab ${lab.number} where all seeds do`, async () => {
      const through: string[] = [];
      for (const mutant of mutants.filter(one => one.lab === lab.number)) {
        const named = random.filter(task => mutant.caughtBy.includes(task.definition.name));
        for (const task of named) {
          if (await isCaught(mutant, task)) continue;
          through.push(`${task.definition.name} lets ${mutant.id} through`);
        }
      }
      expect(through).to.deep.equal([]);
    });

    it(`let correct solutions of lab ${lab.number} reach their goals`, async () => {
      const missed: string[] = [];
      for (const subject of [findSubject('reference'), ...variantsOf(lab)]) {
        for (const task of random) {
          const goals = await goalsMissed(subject, task);
          if (goals.length > 0) missed.push(`${subject.name}, ${task.definition.name}: ${goals}`);
        }
      }
      expect(missed).to.deep.equal([]);
    });
  }

  it('are those of tests that grade: each broken variant names nothing else', () => {
    for (const {id, lab, caughtBy} of mutants) {
      const graded = tasksOf(findLab(String(lab)), ONLY_KNOWN);
      expect(graded.map(({definition: {name}}) => name), id).to.include.members([...caughtBy]);
    }
  });

  async function isCaught(mutant: Mutant, {definition, seeds}: Task): Promise<boolean> {
    const result = await resultOf(definition, {
      subject: layOver(mutant), host, seeds, explain: false,
    });
    return result.verdict === 'failed';
  }

  async function goalsMissed(
    subject: Subject, {definition, seeds}: Task,
  ): Promise<readonly string[]> {
    const missed = new Set(definition.options.mustReach);
    for (const seed of seeds) {
      if (missed.size === 0) break;
      const {outcome, goals} = await runSeed(definition, {subject, host, seed});
      expect(outcome.verdict, `${subject.name} on seed ${seed}`).to.equal('passed');
      for (const goal of goals) missed.delete(goal);
    }
    return [...missed];
  }
});
