/**
 * Everything people read of a class, written from its grades.
 *
 * Promises: a file is written whole or not at all; the same grades give the same files, whether
 * they come from one run or from shards that were merged.
 * Read next: ../formats/report-maker.ts; standing.ts, which says what the grades are.
 */
import fs from 'node:fs';
import path from 'node:path';
import {FORMATS} from '../formats/formats';
import type {ReportContext, ReportMaker} from '../formats/report-maker';
import {htmlReport} from '../html/html-report';
import {CannotWrite} from './journal';
import type {Standing} from './standing';

/** By the name that `--format` takes. */
export const REPORT_MAKERS: readonly ReportMaker[] = [...FORMATS, htmlReport];

/** Written whether asked for or not. */
export const ALWAYS: ReadonlySet<string> = new Set(['json', 'csv', 'html']);

/** What further reports write, and pages of submissions that may have left the class. */
const FORMER = [
  'canvas.csv', 'moodle.csv', 'moodle-worksheet.csv', 'junit.xml', 'junit', 'gradescope',
  'classroom', 'report', 'feedback',
];

export interface ReportOptions {
  readonly outFolder: string;
  readonly makers: readonly ReportMaker[];
  readonly context: Omit<ReportContext, 'policy' | 'kit'>;
}

/** How many files each report came to, in the order of makers. @throws CannotWrite */
export function writeReports(
  {run, grades}: Standing, {outFolder, makers, context}: ReportOptions,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  removeFormer(outFolder);
  for (const maker of makers) {
    const files = maker.write(grades, {...context, policy: run.policy, kit: run.kit});
    for (const [name, content] of files) writeWhole(path.join(outFolder, name), content);
    counts.set(maker.name, files.size);
  }
  return counts;
}

/** What an earlier run was asked for would be out of date: nobody may upload that by mistake. */
function removeFormer(outFolder: string): void {
  for (const name of FORMER) fs.rmSync(path.join(outFolder, name), {recursive: true, force: true});
}

/** Beside and renamed: whoever reads never sees half a file. */
function writeWhole(file: string, content: string | Buffer): void {
  const beside = `${file}.part`;
  try {
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(beside, content);
    fs.renameSync(beside, file);
  } catch (error) {
    fs.rmSync(beside, {force: true});
    throw new CannotWrite(`cannot write ${file}`, error);
  }
}
