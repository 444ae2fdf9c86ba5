/**
 * The result of a GitHub Classroom runner: what autograding-grading-reporter reads.
 *
 * Classroom records the sum of the tests' scores, so the tests add up to what counts in the end:
 * penalties are a test of their own, below zero. It shows everything at once, so it must be told
 * nothing that the policy does not show at once.
 * Promises: no text in it is a workflow command, though the reporter prints it line by line; its
 * base64 form fits into the one environment variable it travels in.
 * Takes: feedback, not the whole grade (../feedback.ts).
 * Read next: ../../../examples/grading/classroom/README.md.
 */
import type {Grade} from '../grade';
import {roundPoints} from '../grade';
import {groupText, groupsOf, reasonOf} from './groups';
import type {ScenarioGroup} from './groups';
import {oneLine, plainText, TEXT_MOST, withoutCommands} from './plain-text';
import {lateLine} from './summary';

export interface ClassroomResult {
  readonly version: 1;
  readonly status: 'pass' | 'fail' | 'error';
  readonly max_score: number;
  readonly tests: readonly ClassroomTest[];
}

interface ClassroomTest {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'error';
  readonly score: number;
  /** The claim that broke. */
  readonly message: string;
  /** Printed below the name, so it takes the whole text of what failed. */
  readonly test_code: string;
  readonly filename: string;
  /** 0: the reporter then prints no line number. */
  readonly line_no: number;
  readonly duration: number;
}

/** Linux takes 128 KiB a variable, its name included. */
const BASE64_MOST = 120_000;

export function classroomResult(feedback: Grade): ClassroomResult {
  const groups = feedback.labs.flatMap(groupsOf);
  for (let most = TEXT_MOST / 2; ; most = Math.floor(most / 2)) {
    const result = resultOf(feedback, groups, most);
    if (base64Of(result).length <= BASE64_MOST || most === 0) return result;
  }
}

/** The grader failed: no points and no maximum, so that Classroom keeps what it has. */
export function classroomFailure(why: string): ClassroomResult {
  const message = `The grader itself failed; this is not your fault. ${plainText(why, 2_000)}`;
  return {
    version: 1, status: 'error', max_score: 0,
    tests: [test({name: 'The grader', status: 'error', score: 0, message})],
  };
}

/** What a step writes to $GITHUB_OUTPUT; base64 has no line ends to break out of. */
export function stepOutput(result: ClassroomResult): string {
  return `result=${base64Of(result)}\n`;
}

function base64Of(result: ClassroomResult): string {
  return Buffer.from(JSON.stringify(result)).toString('base64');
}

function resultOf(
  feedback: Grade, groups: readonly ScenarioGroup[], textMost: number,
): ClassroomResult {
  const {refused} = feedback;
  const tests = [
    ...refused === undefined ? [] : [test({
      name: 'The submission can be graded', status: 'error', score: 0,
      message: `Nothing was graded: ${oneLine(refused)}`,
    })],
    ...groups.map(group => testOf(group, textMost)),
  ];
  const all = [...tests, ...adjustments(feedback, groups)];
  const isPassed = all.every(({status}) => status === 'pass');
  return {
    version: 1, status: refused !== undefined ? 'error' : isPassed ? 'pass' : 'fail',
    max_score: refused === undefined ? sum(groups, 'pointsMost') : feedback.pointsMost, tests: all,
  };
}

function testOf(group: ScenarioGroup, textMost: number): ClassroomTest {
  const {number, name, points, pointsMost, hasPassed, scenarios} = group;
  const broken = scenarios.find(({verdict}) => verdict !== 'passed');
  return test({
    name: `${number} ${name}: ${points} of ${pointsMost} points`,
    status: hasPassed ? 'pass' : 'fail', score: points,
    message: broken === undefined ? '' : reasonOf(broken),
    test_code: hasPassed || textMost === 0
      ? '' : plainText(groupText(group, textMost), 4 * textMost),
  });
}

/** What stands between the sum of the tests and what counts. */
function adjustments(feedback: Grade, groups: readonly ScenarioGroup[]): readonly ClassroomTest[] {
  const {late, typePenalty, typeErrors, override, total} = feedback;
  const change = roundPoints(total - sum(groups, 'points'));
  if (change === 0) return [];
  const why = override !== undefined
    ? [`Your instructor has set ${override.points} points: ${oneLine(override.why)}`]
    : [
      ...late.map(lateLine),
      ...typePenalty === 0 ? [] : [`${typeErrors.length} type errors: ${typePenalty} points off`],
    ];
  return [test({
    name: `What else counts: ${change} points`, status: change > 0 ? 'pass' : 'fail', score: change,
    message: why[0] ?? 'Points of labs are rounded', test_code: why.join('\n'),
  })];
}

function sum(groups: readonly ScenarioGroup[], key: 'points' | 'pointsMost'): number {
  return roundPoints(groups.reduce((all, group) => all + group[key], 0));
}

function test(
  said: Pick<ClassroomTest, 'name' | 'status' | 'score' | 'message'> & {test_code?: string},
): ClassroomTest {
  const {name, status, score, message, test_code: text = ''} = said;
  return {
    name: withoutCommands(oneLine(name, 250)), status, score,
    message: withoutCommands(plainText(message, 2_000)), test_code: withoutCommands(text),
    filename: '', line_no: 0, duration: 0,
  };
}
