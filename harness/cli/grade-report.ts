/**
 * What `flotilla grade` says and writes when the grading is over.
 *
 * Read next: grade/run/reports.ts.
 */
import type {Grade} from '../grade/grade';
import {gradeTable} from '../grade/grade-table';
import {compare} from '../grade/run/compare';
import {writeReports} from '../grade/run/reports';
import type {Standing} from '../grade/run/standing';
import {tidy} from '../report/look';
import {counted} from '../report/text-layout';
import {allLabs} from '../scenario/labs';
import {troubleOf} from './grade-progress';
import {firstOf} from './grade-setup';
import type {Reporting} from './grade-reporting';

const NAMES_SHOWN = 10;

/** The exit code: 1 if the grader slipped on somebody. */
export function report(standing: Standing, reporting: Reporting): number {
  const {look, outFolder, outShown, makers, files, former} = reporting;
  const {grades} = standing;
  print('');
  for (const line of gradeTable(grades, labsIn(standing))) print(tidy(line, look));
  print('');
  const slipped = grades.filter(({slips}) => slips.length > 0);
  for (const line of remarksOn(standing, slipped)) print(tidy(line, look));
  if (standing.run.shard === undefined) {
    const counts = writeReports(standing, {
      outFolder, makers, context: {...files, tell: line => print(tidy(line, look))},
    });
    const said = [...counts].filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} (${counted(count, 'file')})`);
    print(`In ${outShown}/: ${said.join(', ')}`);
  } else {
    print('Reports are made when all shards are there, of all their folders: ' +
      `npm run grade -- merge ${outShown} OTHERS --out results`);
  }
  if (former !== undefined) {
    print('\nCompared with before:');
    for (const line of compare(former, standing)) print(`  ${tidy(line, look)}`);
  }
  return slipped.length > 0 ? 1 : 0;
}

function remarksOn(
  {absent, others}: Standing, slipped: readonly Grade[],
): readonly string[] {
  return [
    ...others.length === 0 ? [] : [
      `By another kit or policy than the rest: ${namesOf(others)}. ` +
        'Grade again without --only to bring them in line.',
    ],
    ...absent.length === 0 ? [] : [`Not graded yet: ${namesOf(absent)}`],
    ...slipped.length === 0 ? [] : [
      `The grader slipped on ${slipped.length}; nobody should lose points for that:`,
      ...slipped.map(grade => `  ${grade.submission}  ${troubleOf(grade) ?? ''}`),
    ],
  ];
}

/** Those that somebody was graded on. */
function labsIn({run, grades}: Standing): ReturnType<typeof allLabs> {
  const numbers = new Set([...run.labs, ...grades.flatMap(({labs}) => labs.map(({lab}) => lab))]);
  return allLabs().filter(({number}) => numbers.has(number)).map(lab => {
    const points = grades.flatMap(({labs}) => labs).find(one => one.lab === lab.number)?.pointsMost;
    return points === undefined ? lab : {...lab, points};
  });
}

function namesOf(names: readonly string[]): string {
  return firstOf(names, NAMES_SHOWN).join(', ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
