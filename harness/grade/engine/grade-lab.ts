/**
 * Grades one lab of a submission: every scenario, on boxes in another process.
 *
 * Promises: the tests, the rules and the score stay in this process; the other sends behaviour
 * only. Many worlds advance together for speed, so one that fails is run again alone, in a fresh
 * process, before it costs points.
 * Read next: grade-submission.ts.
 */
import {PLAIN} from '../../report/look';
import {renderFailure} from '../../report/render-failure';
import type {ScenarioDefinition} from '../../scenario/definition';
import type {Lab} from '../../scenario/labs';
import type {ScenarioResult} from '../../scenario/outcome';
import {registry} from '../../scenario/registry';
import {resultOf} from '../../scenario/results';
import type {Subject} from '../../scenario/subject';
import type {ScenarioGrade} from '../grade';
import type {Policy} from '../policy';
import {RenewableHost} from './renewable-host';

/** Scenarios under way at a time, and seeds of each: their batches share lines to the process. */
const SCENARIOS_TOGETHER = 8;
const SEEDS_TOGETHER = 4;

/** A lab on one set of files: the student's own, or with earlier labs stood in. */
export async function gradeLab(
  subject: Subject, lab: Lab, {policy, only}: {
    readonly policy: Policy;
    /** Names of scenarios, if not all of them are to be run. */
    readonly only?: readonly string[] | undefined;
  },
): Promise<readonly ScenarioGrade[]> {
  const definitions = registry.scenariosOf(lab)
    .filter(({name}) => only === undefined || only.includes(name));
  const results = await runTogether(definitions, subject);
  const last = await runFailedAlone(results, subject);
  return last.map(result => gradeOf(result, policy));
}

interface Run {
  readonly definition: ScenarioDefinition;
  readonly result: ScenarioResult;
}

/** All scenarios, in their order, many under way at a time in one process. */
async function runTogether(
  definitions: readonly ScenarioDefinition[], subject: Subject,
): Promise<readonly Run[]> {
  const host = new RenewableHost();
  const runs: Run[] = [];
  const waiting = definitions.map((definition, position) => ({definition, position}));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const {definition, position} = next;
      const options = {subject, host, together: SEEDS_TOGETHER, explain: false};
      runs[position] = {definition, result: await resultOf(definition, options)};
    }
  };
  await Promise.all(Array.from({length: SCENARIOS_TOGETHER}, worker));
  await host.close();
  return runs;
}

/** The last word on those that failed: one at a time, in a process that saw none of the others. */
async function runFailedAlone(
  runs: readonly Run[], subject: Subject,
): Promise<readonly ScenarioResult[]> {
  if (runs.every(({result}) => result.verdict !== 'failed')) return runs.map(({result}) => result);
  const host = new RenewableHost();
  const results: ScenarioResult[] = [];
  for (const {definition, result} of runs) {
    results.push(result.verdict === 'failed'
      ? await resultOf(definition, {subject, host}) : result);
  }
  await host.close();
  return results;
}

function gradeOf(result: ScenarioResult, policy: Policy): ScenarioGrade {
  const {name, part, section, group, title, points, verdict, seedsRun, seedsPassed, shown} = result;
  const grade = {
    name, ...part === undefined ? {} : {part: part.letter}, section, group, title, isHidden: false,
    points: verdict === 'passed' ? exact(points) : 0, pointsMost: exact(points),
    verdict, seedsRun, seedsPassed,
    reveal: policy.reveal.public, visibility: policy.visibility.public,
  };
  if (shown.notWritten !== undefined) {
    const {functionName, file, line} = shown.notWritten;
    return {...grade, reason: `not written yet: ${functionName}() ${file ?? ''}:${line ?? ''}`};
  }
  if (shown.failure === undefined) return grade;
  return {
    ...grade, seedFailed: shown.seed, cause: 'rule',
    reason: shown.failure.parts.claim, token: shown.failure.token,
    text: renderFailure(result, PLAIN).join('\n'),
  };
}

/** A table shares its points over its rows: four decimals are enough to add up again. */
function exact(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}
