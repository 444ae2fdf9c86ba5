/**
 * JUnit XML: what Jenkins, GitLab, CodeGrade and many others read.
 *
 * A test suite is a group of scenarios, with its points in `properties`; a test case is a scenario.
 * JUnit has no word for points of a case. Failures of the student are `failure`, slips of the
 * grader `error`; what is not written yet is a failure too, since readers leave out what is skipped
 * when they count, and an empty submission would be perfect.
 * Promises: well-formed whatever a student wrote, and no element, attribute or order that Jenkins'
 * schema (junit-10.xsd) does not know. No times: they would differ on every run.
 * Read next: classroom.ts.
 */
import {create, fragment} from 'xmlbuilder2';
import type {XMLBuilder} from 'xmlbuilder2/lib/interfaces';
import type {Grade, ScenarioGrade} from '../grade';
import {groupsOf, reasonOf} from './groups';
import type {ScenarioGroup} from './groups';
import {fileNames, oneLine, plainText} from './plain-text';
import type {ReportMaker} from './report-maker';

/** The whole class in one file with claims only; and a file a submission, with whole failures. */
export const junit: ReportMaker = {
  name: 'junit',
  write: grades => {
    const names = fileNames(grades.map(({submission}) => submission));
    return new Map([
      ['junit.xml', junitOf(grades, {isWhole: false})],
      ...grades.map(grade => [
        `junit/${names.get(grade.submission)}.xml`, junitOf([grade], {isWhole: true}),
      ] as const),
    ]);
  },
};

export interface JunitOptions {
  /** With the whole text of each failure; else its claim. */
  readonly isWhole: boolean;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

/** Suites are written one submission at a time, since a class makes many megabytes. */
export function junitOf(grades: readonly Grade[], options: JunitOptions): string {
  const all = grades.flatMap(({labs}) => labs).flatMap(({scenarios}) => scenarios);
  const refused = grades.filter(isRefused).length;
  const {tests, failures, errors} = countsOf(all);
  const outer = create({version: '1.0', encoding: 'UTF-8'}).ele('testsuites', {
    name: 'Flotilla', tests: tests + refused, failures: failures + refused, errors,
  }).txt('\n\n').end();
  const [head, tail] = outer.replace('?><', '?>\n<').split('\n\n') as [string, string];
  return [head, ...grades.map(grade => suitesOf(grade, options)), tail, ''].join('\n');
}

/** A failure of the grader before there was a grade. */
export function junitFailure(why: string): string {
  const message = line(why);
  return `${create({version: '1.0', encoding: 'UTF-8'})
    .ele('testsuites', {name: 'Flotilla', tests: 1, failures: 0, errors: 1})
    .ele('testsuite', {name: 'the grader', tests: 1, failures: 0, errors: 1})
    .ele('testcase', {name: 'grades the submission', classname: 'flotilla'})
    .ele('error', {message, type: 'grader'}).txt(lines(why)).doc().end({prettyPrint: true})}\n`;
}

function isRefused({refused}: Grade): boolean {
  return refused !== undefined;
}

function countsOf(scenarios: readonly ScenarioGrade[]): Counts {
  const errors = scenarios.filter(({cause}) => cause === 'grader').length;
  const passed = scenarios.filter(({verdict}) => verdict === 'passed').length;
  return {tests: scenarios.length, failures: scenarios.length - passed - errors, errors};
}

function suitesOf(grade: Grade, options: JunitOptions): string {
  const suites = fragment();
  if (grade.refused !== undefined) refusedSuite(suites, grade, grade.refused);
  for (const group of grade.labs.flatMap(groupsOf)) suiteOf(suites, grade, {group, ...options});
  return suites.end({prettyPrint: true, offset: 1});
}

function refusedSuite(suites: XMLBuilder, grade: Grade, refused: string): void {
  const name = line(grade.submission, 100);
  suites.ele('testsuite', {name: `${name}: refused`, tests: 1, failures: 1, errors: 0})
    .ele('testcase', {name: 'can be graded', classname: classNamed(grade, 'submission')})
    .ele('failure', {message: line(refused), type: 'refused'});
}

function suiteOf(
  suites: XMLBuilder, grade: Grade, {group, isWhole}: JunitOptions & {group: ScenarioGroup},
): void {
  const {lab, number, name, points, pointsMost, scenarios} = group;
  const submission = line(grade.submission, 100);
  const suite = suites.ele('testsuite', {
    name: `${submission}: ${line(name)}`, ...countsOf(scenarios), skipped: 0,
  });
  const properties = suite.ele('properties');
  const said = {
    submission: grade.submission, number, lab: lab.lab, points, pointsMost,
    counted: lab.counted, kit: grade.kit,
  };
  for (const [key, value] of Object.entries(said)) {
    properties.ele('property', {name: key, value: line(String(value))});
  }
  for (const scenario of scenarios) {
    const testcase = suite.ele('testcase', {
      name: line(scenario.title),
      classname: classNamed(grade, `lab ${number}`, scenario.section, scenario.group),
    });
    if (scenario.verdict !== 'passed') addFailure(testcase, scenario, isWhole);
  }
}

function addFailure(testcase: XMLBuilder, scenario: ScenarioGrade, isWhole: boolean): void {
  const {verdict, cause, text, seedsRun, seedsPassed, token} = scenario;
  const element = testcase.ele(cause === 'grader' ? 'error' : 'failure', {
    message: line(reasonOf(scenario)), type: verdict === 'not written' ? verdict : cause ?? verdict,
  });
  if (!isWhole || verdict === 'not written') return;
  element.txt(lines([
    ...seedsRun > 1 ? [`${seedsPassed} of ${seedsRun} seeds passed`] : [],
    ...text === undefined ? [] : [text],
    ...token === undefined || (text?.includes(token) ?? false)
      ? [] : [`Replay  npx flotilla replay ${oneLine(token)}`],
  ].join('\n')));
}

/** Readers take a dot for the end of a package, so names within have none. */
function classNamed(grade: Grade, ...names: readonly string[]): string {
  const all = [grade.submission, ...names]
    .map(name => oneLine(name, 100).replace(/\.(?=\s|$)/g, '').replace(/\./g, '_'));
  return line(all.join('.'));
}

/**
 * The library leaves alone what looks like an entity, so `&#0;` would come out as it is, and be no
 * XML. It leaves `&amp;` alone too.
 */
function line(text: string, most?: number): string {
  return oneLine(text, most).replace(/&/g, '&amp;');
}

function lines(text: string): string {
  return plainText(text).replace(/&/g, '&amp;');
}
