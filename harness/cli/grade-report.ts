/**
 * What `flotilla grade` says and writes when the grading is over.
 *
 * Read next: grade/run/reports.ts.
 */
import {gradeTable} from '../grade/grade-table';
import {writeReports} from '../grade/run/reports';
import type {Standing} from '../grade/run/standing';
import {tidy} from '../report/look';
import {allLabs} from '../scenario/labs';
import {troubleOf} from './grade-progress';
import {firstOf} from './grade-setup';
import type {Reporting} from './grade-setup';

const NAMES_SHOWN = 10;

/** The exit code: 1 if the grader slipped on somebody. */
export function report(standing: Standing, {look, outFolder, outShown, makers}: Reporting): number {
  const {grades, absent, others} = standing;
  print('');
  for (const line of gradeTable(grades, labsIn(standing))) print(tidy(line, look));
  print('');
  const slipped = grades.filter(({slips}) => slips.length > 0);
  if (others.length > 0) {
    print(`By another kit or policy than the rest: ${namesOf(others)}. ` +
      'Grade again without --only to bring them in line.');
  }
  if (absent.length > 0) print(`Not graded yet: ${namesOf(absent)}`);
  if (slipped.length > 0) {
    print(`The grader slipped on ${slipped.length}; nobody should lose points for that:`);
    for (const grade of slipped) {
      print(`  ${tidy(grade.submission, look)}  ${tidy(troubleOf(grade) ?? '', look)}`);
    }
  }
  const counts = writeReports(standing, {
    outFolder, makers, context: {tell: line => print(tidy(line, look))},
  });
  const said = [...counts].filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} (${count} file${count === 1 ? '' : 's'})`);
  print(`In ${outShown}/: ${said.join(', ')}`);
  return slipped.length > 0 ? 1 : 0;
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
