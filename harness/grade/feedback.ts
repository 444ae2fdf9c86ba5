/**
 * From a grade to what its student may see of it.
 *
 * Promises: pure; what is not revealed is not in what comes out, nor can it be worked out from the
 * points that are. A hidden test never shows its source, and has no token, since students have no
 * such scenario.
 * Read next: POLICY.md, "What students see".
 */
import {roundPoints} from './grade';
import type {Grade, LabGrade, ScenarioGrade} from './grade';
import type {Visibility} from './policy';

/** What is visible once the course is over: all but what stays hidden. */
export const IN_THE_END: ReadonlySet<Visibility> =
  new Set(['visible', 'after_due_date', 'after_published']);
export const AT_ONCE: ReadonlySet<Visibility> = new Set(['visible']);

/** Lines of a failure that lead to its source, or that only a student who has it can use. */
const LEADS_TO_SOURCE = /tests\/hidden\/|^\s*(?:Replay|Trace)\s/;
const SLIPPED = 'the grader itself failed, which costs no points; your instructor has been told';

/**
 * For a reader who shows every test it is given: a page, a file. A lab with tests that may not be
 * seen is shown without them and without their points.
 * @param seen the tests that may be seen by now.
 */
export function feedbackOf(grade: Grade, seen: ReadonlySet<Visibility> = IN_THE_END): Grade {
  const whole = revealed(grade);
  if (whole.labs.every(lab => lab.scenarios.every(one => seen.has(one.visibility)))) return whole;
  const labs = whole.labs.map(lab => seenOf(lab, seen));
  const late = whole.late.map(one => ({
    ...one, points: Math.min(one.points, labs.find(lab => lab.lab === one.lab)?.points ?? 0),
  }));
  const points = roundPoints(sum(labs.map(lab => lab.points)));
  const lost = sum(late.map(one => one.points)) + whole.typePenalty;
  return {
    ...whole, labs, late, points, pointsMost: roundPoints(sum(labs.map(lab => lab.pointsMost))),
    total: whole.override?.points ?? Math.max(0, roundPoints(points - lost)),
  };
}

/** For a platform that itself holds back what is not visible yet: every test, told as allowed. */
export function revealed(grade: Grade): Grade {
  let hidden = 0;
  return {
    ...grade, slips: grade.slips.map(() => SLIPPED),
    labs: grade.labs.map(lab => ({
      ...lab,
      scenarios: lab.scenarios.map(one => toldOf(one, one.isHidden ? ++hidden : 0)),
    })),
  };
}

function seenOf(lab: LabGrade, seen: ReadonlySet<Visibility>): LabGrade {
  const scenarios = lab.scenarios.filter(one => seen.has(one.visibility));
  if (scenarios.length === lab.scenarios.length) return lab;
  const points = roundPoints(sum(scenarios.map(one => one.points)));
  return {
    ...lab, scenarios, points, ownPoints: points, standInPoints: null,
    pointsMost: roundPoints(sum(scenarios.map(one => one.pointsMost))),
  };
}

/** @param number of a hidden test, among the submission's. */
function toldOf(scenario: ScenarioGrade, number: number): ScenarioGrade {
  const {text, picture, token, seedFailed, cause, reason, ...verdict} = scenario;
  if (scenario.reveal === 'nothing') return bare(verdict, number);
  const claim = {
    ...verdict, ...cause === undefined ? {} : {cause}, ...reason === undefined ? {} : {reason},
    ...token === undefined || scenario.isHidden ? {} : {token},
    ...seedFailed === undefined || scenario.isHidden ? {} : {seedFailed},
  };
  if (scenario.reveal === 'claim') return claim;
  return {
    ...claim, ...picture === undefined ? {} : {picture},
    ...text === undefined ? {} : {text: scenario.isHidden ? withoutSource(text) : text},
  };
}

/** Passed or not, and of a hidden test not even what it tests. */
function bare(verdict: ScenarioGrade, number: number): ScenarioGrade {
  const seedsPassed = verdict.verdict === 'passed' ? 1 : 0;
  const shown = {...verdict, seedsRun: 1, seedsPassed};
  if (!verdict.isHidden) return shown;
  return {
    ...shown, name: `hidden-${number}`, section: '', group: 'hidden tests',
    title: `hidden test ${number}`,
  };
}

function withoutSource(text: string): string {
  return text.split('\n').filter(line => !LEADS_TO_SOURCE.test(line)).join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
