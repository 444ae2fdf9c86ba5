/**
 * Everything people read of a class, written from its grades.
 *
 * Promises: a file is written whole or not at all; the same grades give the same files, whether
 * they come from one run or from shards that were merged; no report of an earlier run is left to be
 * taken for one of this, and no grade is lost by that.
 * Read next: ../formats/report-maker.ts; standing.ts, which says what the grades are.
 */
import fs from 'node:fs';
import path from 'node:path';
import {FORMATS} from '../formats/formats';
import type {ReportContext, ReportMaker} from '../formats/report-maker';
import type {Grade} from '../grade';
import {htmlReport} from '../html/html-report';
import {CannotWrite} from './journal';
import type {Standing} from './standing';

/** By the name that `--format` takes. */
export const REPORT_MAKERS: readonly ReportMaker[] = [...FORMATS, htmlReport];

/** Written whether asked for or not. */
export const ALWAYS: ReadonlySet<string> = new Set(['json', 'csv', 'html']);

/** Where a person begins to read. */
export const REPORT_PAGE = 'report/index.html';

/** What only reports are written to: whatever else is there is of an earlier run. */
const REPORTS = [
  'grades.csv', 'canvas.csv', 'moodle.csv', 'moodle-worksheet.csv', 'junit.xml', 'similarity.csv',
  'junit', 'gradescope', 'report', 'feedback',
];

/** The folder for grades of an earlier run that this one has none instead of. */
export const FORMER = 'former';

export interface ReportOptions {
  readonly outFolder: string;
  readonly makers: readonly ReportMaker[];
  readonly context: Omit<ReportContext, 'policy' | 'kit'>;
}

export interface Written {
  /** How many files each report came to, in the order of makers. */
  readonly counts: ReadonlyMap<string, number>;
  /** Submissions of which an earlier report was there, and which have none now. */
  readonly setAside: readonly string[];
}

/** @throws CannotWrite */
export function writeReports(
  {run, grades}: Standing, {outFolder, makers, context}: ReportOptions,
): Written {
  const made = makers.map(maker => ({
    name: maker.name,
    files: maker.write(grades, {...context, policy: run.policy, kit: run.kit}),
  }));
  const files = new Map(made.flatMap(report => [...report.files]));
  const names = new Set(files.keys());
  const setAside = tidied(outFolder, names);
  for (const [name, content] of files) writeWhole(path.join(outFolder, name), content);
  return {counts: new Map(made.map(report => [report.name, report.files.size])), setAside};
}

function tidied(outFolder: string, names: ReadonlySet<string>): readonly string[] {
  try {
    removeOutdated(outFolder, names);
    return setFormerAside(outFolder, names);
  } catch (error) {
    throw new CannotWrite(`cannot tidy up ${outFolder}`, error);
  }
}

/** What an earlier run was asked for would be out of date: nobody may upload that by mistake. */
function removeOutdated(outFolder: string, names: ReadonlySet<string>): void {
  for (const report of REPORTS) {
    const place = path.join(outFolder, report);
    if (!names.has(report) && ![...names].some(name => name.startsWith(`${report}/`))) {
      fs.rmSync(place, {recursive: true, force: true});
    } else if (isFolder(place)) {
      for (const file of filesBelow(outFolder, report)) {
        if (!names.has(file)) fs.rmSync(path.join(outFolder, file));
      }
    }
  }
}

/** A link to one is somebody's own. */
function isFolder(place: string): boolean {
  return fs.lstatSync(place, {throwIfNoEntry: false})?.isDirectory() === true;
}

function filesBelow(outFolder: string, folder: string): readonly string[] {
  return fs.readdirSync(path.join(outFolder, folder), {withFileTypes: true}).flatMap(entry => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(outFolder, name) : [name];
  });
}

/**
 * Of those who have left the class, above all.
 *
 * A grade may be all that is left of a submission, so it is moved, not removed. What is no grade
 * stays where it is: an instructor may keep other files in the folder.
 */
function setFormerAside(outFolder: string, names: ReadonlySet<string>): readonly string[] {
  return fs.readdirSync(outFolder).sort().flatMap(file => {
    if (!file.endsWith('.json') || names.has(file)) return [];
    const submission = submissionIn(path.join(outFolder, file));
    if (submission === undefined) return [];
    fs.mkdirSync(path.join(outFolder, FORMER), {recursive: true});
    fs.renameSync(path.join(outFolder, file), path.join(outFolder, FORMER, file));
    return [submission];
  });
}

/** Whose grade a file holds, if it holds one. */
function submissionIn(file: string): string | undefined {
  try {
    const {schema, submission, labs} = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Grade>;
    return schema === 1 && Array.isArray(labs) ? submission : undefined;
  } catch {
    return undefined;
  }
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
