/**
 * What is to be run for a lab: its scenarios, what each is worth in this course, on which seeds.
 *
 * Promises: a pure function of the kit and the policy, so that every machine runs the same. Hidden
 * seeds come from the policy's secret; nobody who does not know it can tell them.
 * Read next: run-tasks.ts.
 */
import crypto from 'node:crypto';
import {hasCases, isRandom} from '../../scenario/definition';
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
  /** Whether the policy asks for fewer seeds than a grade runs, so that goals may be missed. */
  readonly hasFewSeeds: boolean;
  /** Those whose runs are confirmed: the code cannot know which. */
  readonly confirmedSeeds: ReadonlySet<number>;
}

const SEED_MOST = 2 ** 31 - 1;

/**
 * How many of a random scenario's known seeds a grade runs, if its policy does not say. Students
 * ran the public ones at home, and nobody the hidden ones; seeds that nobody knows tell more, and
 * a submission is to cost 20 s of CPU. Each list begins with the seeds that catch and reach most.
 */
const KNOWN_RUN = {public: 3, hidden: 1} as const;
/** How many of the hidden seeds a hidden test gets at most: its others are as good as hidden. */
const SECRET_OF_HIDDEN = 1;
/** Of the hidden seeds, known seeds and cases that run, so many are confirmed. */
const SECRET_CONFIRMED = 1;
const KNOWN_CONFIRMED = {public: 2, hidden: 1} as const;
const CASES_CONFIRMED = 3;

/** All scenarios of a lab, public ones first. */
export function tasksOf(lab: Lab, policy: Policy): readonly Task[] {
  const known = registry.scenariosOf(lab);
  const hidden = registry.hiddenScenariosOf(lab);
  const share = hidden.length === 0 ? 0 : policy.hiddenShare;
  const weights = hidden.reduce((sum, {points}) => sum + points, 0);
  const task = (definition: ScenarioDefinition, isHidden: boolean, points: number): Task =>
    ({lab, definition, isHidden, points, ...seedsOf(definition, policy)});
  return [
    ...known.map(one => task(one, false, one.points * (1 - share))),
    ...hidden.map(one => task(one, true, lab.points * share * one.points / weights)),
  ];
}

function seedsOf(
  definition: ScenarioDefinition, policy: Policy,
): Pick<Task, 'seeds' | 'hasFewSeeds' | 'confirmedSeeds'> {
  const known = knownSeedsOf(definition, policy);
  const secret = secretSeedsOf(definition, policy);
  const knownConfirmed = hasCases(definition)
    ? CASES_CONFIRMED : KNOWN_CONFIRMED[kindOf(definition)];
  return {
    seeds: [...new Set([...known, ...secret])],
    hasFewSeeds: known.length < countOf(definition),
    confirmedSeeds: new Set([
      ...chosenOf(secret, SECRET_CONFIRMED, {definition, policy}),
      // Code may behave in the seeds that nobody knows, and cheat in those that everybody does.
      ...chosenOf(known, knownConfirmed, {definition, policy}),
    ]),
  };
}

/** A story has one schedule and keeps its seed, and of cases none is left out or run twice. */
function knownSeedsOf(definition: ScenarioDefinition, policy: Policy): readonly number[] {
  const {seeds} = definition;
  if (!isRandom(definition)) return seeds;
  const count = policy.seeds ?? countOf(definition);
  return [...seeds, ...furtherSeeds(seeds, count - seeds.length)].slice(0, count);
}

/** How many known seeds a grade runs, if its policy does not say. */
function countOf(definition: ScenarioDefinition): number {
  const {length} = definition.seeds;
  return isRandom(definition) ? Math.min(length, KNOWN_RUN[kindOf(definition)]) : length;
}

/** The next whole numbers that are no seeds yet. */
function furtherSeeds(seeds: readonly number[], count: number): readonly number[] {
  const last = Math.max(...seeds);
  return Array.from({length: Math.max(0, count)}, (_, n) => last + n + 1);
}

/** Random worlds get further ones. */
function secretSeedsOf(definition: ScenarioDefinition, policy: Policy): readonly number[] {
  if (!isRandom(definition)) return [];
  const {lab, name, isHidden} = definition;
  const {count} = policy.hiddenSeeds;
  return Array.from({length: isHidden === true ? Math.min(SECRET_OF_HIDDEN, count) : count},
    (_, n) => numberFrom(policy, `seed ${lab} ${name} ${n}`));
}

function kindOf({isHidden}: ScenarioDefinition): 'hidden' | 'public' {
  return isHidden === true ? 'hidden' : 'public';
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
