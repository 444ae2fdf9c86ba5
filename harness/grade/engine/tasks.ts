/**
 * What is to be run for a lab: its scenarios, what each is worth in this course, on which seeds.
 *
 * Promises: a pure function of the kit and the policy, so that every machine runs the same. Hidden
 * seeds come from the policy's secret; nobody who does not know it can tell them.
 * Read next: run-tasks.ts.
 */
import crypto from 'node:crypto';
import type {ScenarioDefinition} from '../../scenario/definition';
import type {Lab} from '../../scenario/labs';
import {registry} from '../../scenario/registry';
import type {Policy} from '../policy';

export interface Task {
  readonly lab: Lab;
  readonly definition: ScenarioDefinition;
  readonly isHidden: boolean;
  readonly points: number;
  readonly seeds: readonly number[];
  /** Whether the policy runs fewer seeds than the scenario needs to reach what it must. */
  readonly hasFewSeeds: boolean;
  /** Those whose runs are confirmed: the code cannot know which. */
  readonly confirmedSeeds: ReadonlySet<number>;
}

const SEED_MOST = 2 ** 31 - 1;
/** Of a public scenario's seeds, so many are confirmed. */
const KNOWN_CONFIRMED = 3;

/** All scenarios of a lab, public ones first. */
export function tasksOf(lab: Lab, policy: Policy): readonly Task[] {
  const known = registry.scenariosOf(lab);
  const hidden = registry.hiddenScenariosOf(lab);
  const share = hidden.length === 0 ? 0 : policy.hiddenShare;
  const weights = hidden.reduce((sum, {points}) => sum + points, 0);
  const task = (definition: ScenarioDefinition, isHidden: boolean, points: number): Task => {
    const secret = secretSeedsOf(definition, policy);
    const known = knownSeedsOf(definition, policy);
    return {
      lab, definition, isHidden, points, seeds: [...new Set([...known, ...secret])],
      confirmedSeeds: new Set([
        ...chosenOf(secret, 1, {definition, policy}),
        // Code may behave in the seeds that nobody knows, and cheat in those that everybody does.
        ...chosenOf(known, isHidden ? 1 : KNOWN_CONFIRMED, {definition, policy}),
      ]),
      hasFewSeeds: policy.seeds !== undefined && policy.seeds < definition.seeds.length,
    };
  };
  return [
    ...known.map(one => task(one, false, one.points * (1 - share))),
    ...hidden.map(one => task(one, true, lab.points * share * one.points / weights)),
  ];
}

function knownSeedsOf({seeds}: ScenarioDefinition, policy: Policy): readonly number[] {
  if (seeds.length === 1 || policy.seeds === undefined) return seeds;
  return Array.from({length: policy.seeds}, (_, n) => seeds[n] ?? n + 1);
}

/**
 * A story has one schedule, and keeps its seed; random worlds get further ones. One is enough for a
 * hidden test: no student knows its other seeds either.
 */
function secretSeedsOf(
  {lab, name, seeds, isHidden}: ScenarioDefinition, policy: Policy,
): readonly number[] {
  if (seeds.length === 1) return [];
  const {count} = policy.hiddenSeeds;
  return Array.from({length: isHidden === true ? Math.min(1, count) : count},
    (_, n) => numberFrom(policy, `seed ${lab} ${name} ${n}`));
}

/** Some of the seeds, which only the policy's secret tells. */
function chosenOf(
  seeds: readonly number[], count: number,
  {definition: {lab, name}, policy}: {
    readonly definition: ScenarioDefinition; readonly policy: Policy;
  },
): readonly number[] {
  const rank = (seed: number): number => numberFrom(policy, `confirm ${lab} ${name} ${seed}`);
  return seeds.map(seed => ({seed, rank: rank(seed)}))
    .sort((a, b) => a.rank - b.rank).slice(0, count).map(({seed}) => seed);
}

/** In which order students' own tests meet correct and broken implementations. */
export function testsSeed(policy: Policy): number {
  return numberFrom(policy, 'tests');
}

function numberFrom({hiddenSeeds}: Policy, what: string): number {
  const digest = crypto.createHmac('sha256', hiddenSeeds.secret).update(what).digest();
  return digest.readUInt32BE(0) % SEED_MOST;
}
