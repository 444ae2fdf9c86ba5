/**
 * Which reports `flotilla grade` and `grade merge` were asked for, checked before any grading.
 *
 * Read next: grade-report.ts, which writes them.
 */
import fs from 'node:fs';
import path from 'node:path';
import {checkCanvas} from '../grade/formats/canvas';
import {checkMoodle} from '../grade/formats/moodle';
import {UnusableFile} from '../grade/formats/report-maker';
import type {
  CanvasColumn, CanvasGradebook, MoodleWorksheet, ReportContext, ReportMaker,
} from '../grade/formats/report-maker';
import {CannotMerge, merge} from '../grade/run/merge';
import {ALWAYS, REPORT_MAKERS} from '../grade/run/reports';
import type {Standing} from '../grade/run/standing';
import {chooseLook} from '../report/look';
import type {Look} from '../report/look';
import {wholeLab} from './grade-options';
import {WrongUse} from './wrong-use';

export interface ReportingOptions {
  readonly out: string;
  readonly format?: readonly string[];
  readonly canvas?: string;
  readonly canvasColumn?: readonly string[];
  readonly moodle?: string;
  readonly moodleLab?: string;
  readonly compare?: string;
  readonly plain?: boolean;
}

/** How a person is told, and where the reports go. */
export interface Reporting {
  readonly look: Look;
  /** Whether a person's terminal takes what is printed. */
  readonly isWatched: boolean;
  readonly outFolder: string;
  readonly outShown: string;
  readonly makers: readonly ReportMaker[];
  readonly files: Pick<ReportContext, 'canvas' | 'moodle'>;
  /** An earlier grading, to be compared with. */
  readonly former?: Standing;
}

export function setUpReporting(options: ReportingOptions): Reporting {
  const {out, plain = false, compare} = options;
  const isTerminal = Boolean(process.stdout.isTTY);
  const makers = makersAsked(options);
  const files = filesFrom(options);
  const former = compare === undefined ? undefined : formerFrom(compare);
  const outFolder = makeOutFolder(out);
  return {
    look: chooseLook({plain, terminal: isTerminal}, process.env), isWatched: isTerminal && !plain,
    outFolder, outShown: path.relative(process.cwd(), outFolder) || '.', makers, files,
    ...former === undefined ? {} : {former},
  };
}

/** `--format junit,gradescope`, once or more often; a gradebook asks for its format itself. */
function makersAsked({format = [], canvas, moodle}: ReportingOptions): readonly ReportMaker[] {
  const names = [
    ...format.flatMap(text => text.split(',')).map(name => name.trim()),
    ...canvas === undefined ? [] : ['canvas'], ...moodle === undefined ? [] : ['moodle'],
  ];
  const known = REPORT_MAKERS.map(({name}) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new WrongUse(`--format knows no "${unknown}"; it knows ${known.join(', ')}`);
  }
  if (names.includes('canvas') && canvas === undefined) {
    throw new WrongUse('--format canvas fills in a gradebook that Canvas exported: name it with ' +
      '--canvas gradebook.csv, and its column with --canvas-column');
  }
  return REPORT_MAKERS.filter(({name}) => ALWAYS.has(name) || names.includes(name));
}

function filesFrom(options: ReportingOptions): Reporting['files'] {
  const {canvas, canvasColumn = [], moodle, moodleLab} = options;
  if (canvas === undefined && canvasColumn.length > 0) {
    throw new WrongUse('--canvas-column is a column of a gradebook: name that with --canvas');
  }
  if (canvas !== undefined && canvasColumn.length === 0) {
    throw new WrongUse('--canvas needs --canvas-column, the title of the column that takes the ' +
      'points, such as "Raft (12345)", or "5=Raft lab 5 (12345)" for one lab\'s');
  }
  return {
    ...canvas === undefined ? {} : {canvas: checked(checkCanvas, {
      text: textOf(canvas), columns: canvasColumn.map(columnFrom),
    })},
    ...moodle === undefined ? {} : {moodle: checked(checkMoodle, {
      text: textOf(moodle), ...moodleLab === undefined ? {} : {
        lab: wholeLab(moodleLab, '--moodle-lab').number,
      },
    })},
  };
}

function columnFrom(text: string): CanvasColumn {
  const [, lab, title] = /^(\w+)=(.+)$/.exec(text) ?? [];
  return lab === undefined || title === undefined
    ? {title: text} : {title, lab: wholeLab(lab, '--canvas-column').number};
}

function checked<File extends CanvasGradebook | MoodleWorksheet>(
  check: (file: File) => void, file: File,
): File {
  try {
    check(file);
  } catch (error) {
    if (error instanceof UnusableFile) throw new WrongUse(error.message);
    throw error;
  }
  return file;
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongUse(`cannot read "${file}": ${(error as Error).message}`);
  }
}

/** Read before the run, which may well add to the same folder. */
function formerFrom(folder: string): Standing {
  try {
    return merge([folder]);
  } catch (error) {
    if (error instanceof CannotMerge) throw new WrongUse(`--compare: ${error.message}`);
    throw error;
  }
}

/** Before anything is graded, so that nothing is graded in vain. */
function makeOutFolder(named: string): string {
  const folder = path.resolve(named);
  try {
    fs.mkdirSync(folder, {recursive: true});
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new WrongUse(`cannot write results to "${named}": ${(error as Error).message}`);
  }
  return folder;
}
