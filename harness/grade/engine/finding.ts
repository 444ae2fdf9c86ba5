/**
 * What running one task came to, as far as a grade tells it.
 *
 * Promises: where a run had access to what stands in for earlier labs, nothing its code said is
 * kept: only the verdict, and which section of the paper it is about.
 * Read next: lab-grades.ts.
 */
import {PLAIN, tidy} from '../../report/look';
import {renderFailure} from '../../report/render-failure';
import {cut} from '../../report/text-layout';
import type {FailureReport, ScenarioResult, Verdict} from '../../scenario/outcome';
import type {Cause, ScenarioGrade} from '../grade';
import type {Difference} from './confirm';
import type {Task} from './tasks';

/** Characters of a reason. It may quote what code threw, which may be anything. */
const REASON_MOST = 1_000;

/** What a failure tells. */
type Told = Pick<ScenarioGrade, 'seedFailed' | 'cause' | 'reason' | 'token' | 'text' | 'picture'>;

export interface Finding {
  readonly task: Task;
  readonly verdict: Verdict;
  readonly seedsRun: number;
  readonly seedsPassed: number;
  readonly told: Told;
}

export function findingOf(
  task: Task, result: ScenarioResult,
  {mayTell, picture}: {readonly mayTell: boolean; readonly picture: string | null},
): Finding {
  const {verdict, seedsRun, seedsPassed} = result;
  const told = {...toldBy(result, mayTell), ...picture === null ? {} : {picture}};
  return {task, verdict, seedsRun, seedsPassed, told};
}

/**
 * A pass that was not the same in processes apart.
 *
 * @param differences by seed; at least one.
 */
export function unconfirmed(
  finding: Finding, differences: ReadonlyMap<number, Difference>, mayTell: boolean,
): Finding {
  const [[seedFailed, difference]] = [...differences] as [[number, Difference]];
  const reason = mayTell ? explain(difference)
    : 'the servers behaved differently in processes of their own';
  return {
    ...finding, verdict: 'failed',
    seedsPassed: Math.max(0, finding.seedsPassed - differences.size),
    told: {cause: 'unconfirmed', reason: oneLine(reason), seedFailed},
  };
}

function toldBy({section, shown, ...result}: ScenarioResult, mayTell: boolean): Told {
  if (shown.notWritten !== undefined) {
    // The name of the function is the code's word, too.
    if (!mayTell) return {reason: `not written yet (${section})`};
    const {functionName, file, line} = shown.notWritten;
    const place = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`;
    return {reason: oneLine(`not written yet: ${functionName}()${place}`)};
  }
  const {failure} = shown;
  if (failure === undefined) return {};
  const cause = causeOf(failure);
  const seed = result.seedsRun > 1 || shown.seed !== 1 ? {seedFailed: shown.seed} : {};
  if (!mayTell) {
    return {...seed, cause, reason: `failed, also with earlier labs stood in (${section})`};
  }
  return {
    ...seed, cause, reason: oneLine(failure.parts.claim), token: failure.token,
    text: textOf({section, shown, ...result}),
  };
}

/** A verdict that is certain is not lost because the steps of its run cannot be drawn. */
function textOf(result: ScenarioResult): string {
  try {
    return renderFailure(result, PLAIN).join('\n');
  } catch (error) {
    return `The steps of this run cannot be shown: ${oneLine(String(error))}`;
  }
}

/** Nothing in it speaks to a terminal, a browser or a build service. */
function oneLine(text: string): string {
  return cut(tidy(text, {...PLAIN, plain: false}), REASON_MOST);
}

function causeOf({parts}: FailureReport): Cause {
  if (parts.kind === 'kit') return 'grader';
  return parts.cause ?? 'rule';
}

function explain({box, inputNumber, input, death}: Difference): string {
  const what = inputNumber === 1 ? 'its boot'
    : `input ${inputNumber} (${input.kind} at t=${Math.round(input.nowMs)}ms)`;
  const did = death === undefined
    ? `${box} answered ${what} differently` : `${box} did not answer ${what}: ${death.message}`;
  return `Run alone, in a process of its own, with the same inputs, ${did} — a server has only ` +
    'its messages, its disk and its clock, and the same inputs give the same answers.';
}
