/**
 * Runs all seeds of a scenario and says what they came to together.
 *
 * Promises: a random scenario passes only if every seed passes; the first seed that fails is shown,
 * with the kinds of fault without which it passes. Seeds are run in order.
 * Read next: run.ts.
 */
import {LabFailure} from '../world/lab-failure';
import type {Host} from '../host/box';
import {partNamed} from './labs';
import {hasCases} from './definition';
import type {ScenarioDefinition} from './definition';
import type {Outcome, ScenarioResult} from './outcome';
import {runSeed} from './run';
import type {RunOptions, SeedRun} from './run';
import type {Subject} from './subject';
import {kitVersion, writeToken} from './token';

export interface ResultOptions {
  readonly subject: Subject;
  readonly host: Host;
  /** Replaces the default seeds of scenarios with more than one. */
  readonly seeds?: readonly number[] | undefined;
  /** Told of each result before it is reported: writes traces. */
  readonly onResult?: (definition: ScenarioDefinition, result: ScenarioResult) => Promise<void>;
  /** Whether to find out which kinds of fault a failing seed needs; yes if absent. */
  readonly explain?: boolean;
  /** How many seeds to run at a time; only a process host gains from more than one. */
  readonly together?: number;
}

/** Runs a scenario on its seeds. */
export async function resultOf(
  definition: ScenarioDefinition, options: ResultOptions,
): Promise<ScenarioResult> {
  const seeds = seedsFor(definition, options);
  return resultFrom(definition, await runSeeds(definition, seeds, options), options);
}

/** What runs of a scenario's seeds, in order, come to together; at least one. */
export async function resultFrom(
  definition: ScenarioDefinition, ran: readonly SeedRun[], options: ResultOptions,
): Promise<ScenarioResult> {
  const runs = await untilGoalsAreReached(definition, ran, options);
  const failing = runs.find(run => run.outcome.verdict !== 'passed');
  const passed = runs.filter(run => run.outcome.verdict === 'passed').length;
  const shown = failing === undefined
    ? missedGoals(definition, options, runs) ?? runs[0]!.outcome
    : await explained(definition, failing.outcome, options);
  return {
    ...describeScenario(definition),
    verdict: shown.verdict,
    seedsRun: runs.length,
    seedsPassed: shown.verdict === 'passed' ? passed : Math.min(passed, runs.length - 1),
    shown,
  };
}

/** What a result takes from its scenario. */
export function describeScenario(definition: ScenarioDefinition): Omit<
  ScenarioResult, 'verdict' | 'seedsRun' | 'seedsPassed' | 'shown'
> {
  const {lab, labName, section, group, name, title, points, isHidden} = definition;
  return {
    lab, labName, ...partNamed(lab, definition.part), ...isHidden === true ? {isHidden} : {},
    section, group, name, title, points,
  };
}

/**
 * `--seed` and `--seeds` are for random worlds; a story has one schedule, and keeps it. Of cases
 * there are no more than there are: behind the last one they begin anew, and each is run once.
 */
function seedsFor(definition: ScenarioDefinition, {seeds}: ResultOptions): readonly number[] {
  const {length} = definition.seeds;
  if (seeds === undefined || length === 1) return definition.seeds;
  if (!hasCases(definition)) return seeds;
  return [...new Set(seeds.map(seed => caseOf(seed, length)))];
}

/** Seed n is case n, and so is n + `cases`. */
function caseOf(seed: number, cases: number): number {
  return (seed + cases - 1) % cases + 1;
}

/** Runs seeds in order, and stops after the first group in which one failed. */
async function runSeeds(
  definition: ScenarioDefinition, seeds: readonly number[], options: ResultOptions,
): Promise<readonly SeedRun[]> {
  const together = options.together ?? 1;
  const runs: SeedRun[] = [];
  for (let first = 0; first < seeds.length; first += together) {
    const group = seeds.slice(first, first + together);
    const {subject, host} = options;
    runs.push(...await Promise.all(
      group.map(seed => runSeed(definition, {subject, host, seed}))));
    if (runs.some(run => run.outcome.verdict !== 'passed')) break;
  }
  return runs;
}

/** Adds which kinds of fault the failing seed needs. */
async function explained(
  definition: ScenarioDefinition, outcome: Outcome, options: ResultOptions,
): Promise<Outcome> {
  const {failure} = outcome;
  const faults = definition.options.faults ?? [];
  if (failure === undefined || faults.length === 0 || options.explain === false) return outcome;
  const passesWithout = async (off: readonly string[]): Promise<boolean> => {
    const run: RunOptions = {
      subject: options.subject, host: options.host, seed: outcome.seed, off,
    };
    return (await runSeed(definition, run)).outcome.verdict === 'passed';
  };
  // What fails in a world without any fault needs none of them, and that is soon known.
  if (!await passesWithout(faults)) return outcome;
  const needs: string[] = [];
  for (const fault of faults) if (await passesWithout([fault])) needs.push(fault);
  return {...outcome, failure: {...failure, needs}};
}

/**
 * Goals are what all default seeds together must reach. Where only some of them ran, and missed
 * one, others follow until one gets there: nobody is to lose by which seeds came first.
 */
async function untilGoalsAreReached(
  definition: ScenarioDefinition, ran: readonly SeedRun[], options: ResultOptions,
): Promise<readonly SeedRun[]> {
  const {subject, host} = options;
  const runs = [...ran];
  const others = definition.seeds.filter(seed => ran.every(({outcome}) => outcome.seed !== seed));
  for (const seed of others) {
    if (runs.some(({outcome}) => outcome.verdict !== 'passed')) break;
    if (goalsMissed(definition, options, runs).length === 0) break;
    runs.push(await runSeed(definition, {subject, host, seed}));
  }
  return runs;
}

/** None if somebody chose the seeds. */
function goalsMissed(
  definition: ScenarioDefinition, options: ResultOptions, runs: readonly SeedRun[],
): readonly string[] {
  if (options.seeds !== undefined && definition.seeds.length > 1) return [];
  const reached = new Set(runs.flatMap(run => [...run.goals]));
  return (definition.options.mustReach ?? []).filter(goal => !reached.has(goal));
}

/** A pass of all default seeds that never reached a goal is no pass, and is ours to mend. */
function missedGoals(
  definition: ScenarioDefinition, options: ResultOptions, runs: readonly SeedRun[],
): Outcome | undefined {
  const missed = goalsMissed(definition, options, runs);
  const first = runs[0]?.outcome;
  if (missed.length === 0 || first === undefined) return undefined;
  const {lab, name} = definition;
  const {parts} = new LabFailure({
    kind: 'progress',
    claim: runs.length === 1
      ? `No ${missed.join(', no ')} within ${first.virtualMs}ms of virtual time.`
      : `No ${missed.join(', no ')} in ${runs.length} random worlds of about ` +
        `${first.virtualMs}ms of virtual time.`,
    why: {
      source: '§5',
      text: 'Nothing wrong was seen, but the servers never got this far, so nothing was shown.',
    },
  });
  return {
    ...first, verdict: 'failed',
    failure: {
      parts, atMs: first.virtualMs, servers: [], trace: runs[0]!.trace, needs: [],
      token: writeToken({lab, name, seed: first.seed, off: [], version: kitVersion()}),
      conditions: null,
    },
  };
}
