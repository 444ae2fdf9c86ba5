/**
 * Gradescope's results.json of one submission.
 *
 * One test a group of scenarios: a lab then has some tens of them, each a line to open, and not
 * hundreds; partial credit shows within a group. Top-level `score` is what counts after penalties,
 * and the tests add up to what was earned before. There is no leaderboard.
 * Promises: says no total while Gradescope itself hides it, which it does as soon as one test is
 * hidden. Everything is plain text, and fits: failures are told shorter when there are many.
 * Takes: what a student may be told of each test (../../feedback.ts), not the whole grade.
 * Read next: ../summary.ts; autograder-zip.ts, which makes this run on Gradescope.
 */
import type {Grade} from '../../grade';
import {groupText, groupsOf} from '../groups';
import type {ScenarioGroup} from '../groups';
import {plainText, TEXT_MOST} from '../plain-text';
import {summaryOf} from '../summary';

/** As Gradescope documents it; what is left out here takes its default there. */
export interface GradescopeResults {
  readonly score: number;
  readonly execution_time?: number;
  readonly output: string;
  readonly output_format: 'text';
  readonly test_output_format: 'text';
  readonly test_name_format: 'text';
  /** What the grader prints is for instructors. */
  readonly stdout_visibility: 'hidden';
  readonly tests: readonly GradescopeTest[];
  readonly extra_data: Readonly<Record<string, string | number | boolean>>;
}

interface GradescopeTest {
  readonly number: string;
  readonly name: string;
  readonly score: number;
  readonly max_score: number;
  readonly status: 'passed' | 'failed';
  readonly output: string;
  readonly visibility: ScenarioGroup['scenarios'][number]['visibility'];
  readonly tags: readonly string[];
}

/** A page of a thousand failures helps nobody, and slow pages help least. */
const ALL_MOST = 600_000;

export function gradescopeResults(feedback: Grade): GradescopeResults {
  const showsTotal = feedback.labs.every(lab =>
    lab.scenarios.every(({visibility}) => visibility === 'visible'));
  const {times, kit, policy, digest, sandbox} = feedback;
  return {
    score: feedback.total,
    ...times === undefined ? {} : {execution_time: Math.round(times.wallSeconds * 100) / 100},
    output: summaryOf(feedback, {showsTotal}),
    output_format: 'text', test_output_format: 'text', test_name_format: 'text',
    stdout_visibility: 'hidden',
    tests: testsThatFit(feedback.labs.flatMap(groupsOf)),
    extra_data: {
      kit, policy, digest, sandboxTier: sandbox.tier, isSecure: sandbox.isSecure,
      points: feedback.points, pointsMost: feedback.pointsMost, slips: feedback.slips.length,
    },
  };
}

/** A grader that failed: valid results all the same, and no doubt about whose fault it is. */
export function gradescopeFailure(why: string): GradescopeResults {
  return {
    score: 0,
    output: [
      'The grader itself failed, so nothing was graded. This is not your fault, and the 0 is no',
      'grade: please tell your instructor, who can run the autograder again.', '',
      plainText(why, 2_000),
    ].join('\n'),
    output_format: 'text', test_output_format: 'text', test_name_format: 'text',
    stdout_visibility: 'hidden', tests: [], extra_data: {slips: 1},
  };
}

function testsThatFit(groups: readonly ScenarioGroup[]): readonly GradescopeTest[] {
  for (let most = TEXT_MOST; ; most = Math.floor(most / 2)) {
    const tests = groups.map(group => testOf(group, most));
    const length = tests.reduce((sum, {output}) => sum + output.length, 0);
    if (length <= ALL_MOST || most < 100) return tests;
  }
}

function testOf(group: ScenarioGroup, textMost: number): GradescopeTest {
  const {lab, number, name, points, pointsMost, hasPassed, isHidden, scenarios} = group;
  return {
    number, name, score: points, max_score: pointsMost,
    status: hasPassed ? 'passed' : 'failed',
    output: groupText(group, textMost),
    visibility: scenarios[0]!.visibility,
    tags: [`lab ${lab.lab}`, ...isHidden ? ['hidden tests'] : []],
  };
}
