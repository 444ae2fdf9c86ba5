/**
 * The formats there are, by the names that `--format` takes.
 *
 * Those for instructors get whole grades; those that students see get what they may see by then.
 * Gradescope holds back hidden tests itself, so it is told all of them, each as far as the policy
 * reveals it; the others show at once whatever they are told.
 * Read next: README.md, for people; report-maker.ts, for what a format is.
 */
import {AT_ONCE, feedbackOf, revealed} from '../feedback';
import type {Grade} from '../grade';
import {canvas} from './canvas';
import {classroomFailure, classroomResult, stepOutput} from './classroom';
import {gradescopeFailure, gradescopeResults} from './gradescope/results';
import {gradesCsv} from './grades-csv';
import {jsonFiles, jsonOf} from './json-files';
import {junit, junitFailure, junitOf} from './junit';
import {moodle} from './moodle';
import {fileNames, plainText} from './plain-text';
import type {ReportMaker} from './report-maker';

/** For a class that was graded elsewhere than on Gradescope: results.json of each submission. */
const gradescope: ReportMaker = {
  name: 'gradescope',
  write: grades => {
    const names = fileNames(grades.map(({submission}) => submission));
    return new Map(grades.map(grade => [
      `gradescope/${names.get(grade.submission)}.json`, jsonOf(gradescopeResults(revealed(grade))),
    ]));
  },
};

/** Of a class. */
export const FORMATS: readonly ReportMaker[] = [
  jsonFiles, gradesCsv, junit, canvas, moodle, gradescope,
];

/** Of one submission, graded where its student handed it in. */
export interface OneFormat {
  readonly name: string;
  write(grade: Grade): OneReport;
  /** What to say when there is no grade, since the grader failed. As valid as any. */
  writeFailure(why: string): OneReport;
}

export interface OneReport {
  readonly text: string;
  /** For $GITHUB_OUTPUT, if this is a format of GitHub's. */
  readonly stepOutput?: string;
}

export const ONE_FORMATS: readonly OneFormat[] = [
  {
    name: 'gradescope',
    write: grade => ({text: jsonOf(gradescopeResults(revealed(grade)))}),
    writeFailure: why => ({text: jsonOf(gradescopeFailure(why))}),
  },
  {
    name: 'classroom',
    write: grade => classroomReport(classroomResult(feedbackOf(grade, AT_ONCE))),
    writeFailure: why => classroomReport(classroomFailure(why)),
  },
  {
    name: 'junit',
    write: grade => ({text: junitOf([feedbackOf(grade, AT_ONCE)], {isWhole: true})}),
    writeFailure: why => ({text: junitFailure(why)}),
  },
  {
    name: 'json',
    write: grade => ({text: jsonOf(grade)}),
    writeFailure: why => ({text: jsonOf({slips: [plainText(why)]})}),
  },
];

function classroomReport(result: ReturnType<typeof classroomResult>): OneReport {
  return {text: jsonOf(result), stepOutput: stepOutput(result)};
}
