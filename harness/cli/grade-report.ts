/**
 * What `flotilla grade` says and writes when the grading is over.
 *
 * Read next: grade/run/reports.ts.
 */
import path from 'node:path';
import type {Grade} from '../grade/grade';
import {gradeTable} from '../grade/grade-table';
import {hasOpenSeeds} from '../grade/policy';
import {compare} from '../grade/run/compare';
import {journalsIn} from '../grade/run/journal';
import {FORMER, REPORT_PAGE, writeReports} from '../grade/run/reports';
import type {Shard} from '../grade/run/shards';
import type {Standing} from '../grade/run/standing';
import {paintFor, tidy} from '../report/look';
import {counted} from '../report/text-layout';
import {allLabs} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {troubleOf} from './grade-progress';
import {OPEN_SEEDS} from './grade-options';
import type {Reporting} from './grade-reporting';
import {nameList} from './name-list';

export interface ReportOn {
  /** Whose rows are shown, if not everybody's. */
  readonly only?: ReadonlySet<string>;
}

/** The exit code: 1 if the grader slipped on somebody. */
export function report(
  standing: Standing, reporting: Reporting, {only}: ReportOn = {},
): number {
  const {look, former} = reporting;
  const say = (line: string): void => print(tidy(line, look));
  const {grades} = standing;
  const shown = grades.filter(({submission}) => only?.has(submission) !== false);
  print('');
  for (const line of gradeTable(shown, labsIn(standing.run.labs, shown))) say(line);
  if (shown.length < grades.length) {
    print(`and ${counted(grades.length - shown.length, 'other')}, as they were`);
  }
  print('');
  const slipped = grades.filter(({slips}) => slips.length > 0);
  for (const line of remarksOn(standing, slipped)) say(line);
  if (standing.run.shard === undefined) writeAll(standing, reporting, say);
  else say(howToMerge(reporting, standing.run.shard));
  if (former !== undefined) {
    print('\nCompared with before:');
    for (const line of compare(former, standing)) say(`  ${line}`);
  }
  return slipped.length > 0 ? 1 : 0;
}

/** When all else is said: what to set before grading in earnest, and the page to open. */
export function sayWhatIsNext(
  {run, grades}: Standing, {look, outFolder}: Reporting, {isInEarnest = true} = {},
): void {
  if (isInEarnest && hasOpenSeeds(run.policy, run.policyDigest)) {
    print(paintFor(look).dim(OPEN_SEEDS));
  }
  if (run.shard !== undefined || grades.length === 0) return;
  print(`Open ${openable(path.join(outFolder, REPORT_PAGE))}`);
}

/** npm runs a script in the folder of its package.json, wherever it was called. */
function openable(file: string): string {
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const way = path.relative(here, file);
  return way.startsWith('..') ? file : way;
}

function writeAll(
  standing: Standing, {outFolder, outShown, makers, files}: Reporting, tell: (line: string) => void,
): void {
  const {counts, setAside} = writeReports(standing, {outFolder, makers, context: {...files, tell}});
  if (setAside.length > 0) {
    tell(`Not in these results: ${nameList(setAside)}. What an earlier run had of them is in ` +
      `${outShown}/${FORMER}/.`);
  }
  const said = [...counts].filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} (${counted(count, 'file')})`);
  tell(`In ${outShown}/: ${said.join(', ')}`);
}

/** Shards on one disk may share a folder; the folders of others only an instructor knows. */
function howToMerge({outFolder, outShown}: Reporting, {count}: Shard): string {
  const own = journalsIn(outFolder).filter(file => file.endsWith(`-of-${count}.jsonl`));
  const folders = own.length === count ? outShown : `${outShown} OTHERS`;
  return 'Reports are made of all shards, when the last is done: ' +
    `npm run grade -- merge ${folders} --out results`;
}

function remarksOn(
  {absent, others}: Standing, slipped: readonly Grade[],
): readonly string[] {
  return [
    ...others.length === 0 ? [] : [
      `By another kit or policy than the rest: ${nameList(others)}. ` +
        'Grade again without --only to bring them in line.',
    ],
    ...absent.length === 0 ? [] : [`Not graded yet: ${nameList(absent)}`],
    ...slipped.length === 0 ? [] : [
      `The grader slipped on ${slipped.length}; nobody should lose points for that:`,
      ...slipped.map(grade => `  ${grade.submission}  ${troubleOf(grade) ?? ''}`),
    ],
  ];
}

/** Those that were asked for, or that somebody was graded on before. */
function labsIn(asked: readonly number[], grades: readonly Grade[]): readonly Lab[] {
  const labs = grades.flatMap(grade => grade.labs);
  const numbers = new Set([...asked, ...labs.map(({lab}) => lab)]);
  return allLabs().filter(({number}) => numbers.has(number)).map(lab => {
    const points = labs.find(one => one.lab === lab.number)?.pointsMost;
    return points === undefined ? lab : {...lab, points};
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
