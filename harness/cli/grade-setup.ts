/**
 * What `flotilla grade` was asked to do, checked before anything is graded.
 *
 * Promises: whatever is wrong with an option is said in one line that says what would be right.
 * Read next: grade.ts.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {strayIn, submissionsIn} from '../grade/intake/submission';
import type {Submission} from '../grade/intake/submission';
import {DEFAULT_POLICY} from '../grade/policy';
import type {ClassOptions} from '../grade/run/grade-class';
import {ALWAYS, REPORT_MAKERS} from '../grade/run/reports';
import {parseShard, shardFrom} from '../grade/run/shards';
import type {ReportMaker} from '../grade/formats/report-maker';
import {root} from '../host/register.js';
import {chooseLook, tidy} from '../report/look';
import type {Look} from '../report/look';
import {allLabs, findLab} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {wholeNumber} from './options';
import {WrongUse} from './wrong-use';

const SAMPLES = path.join(root, 'harness/grade/samples');
const JOBS_MOST = 64;
const NAMES_SHOWN = 10;

export interface ReportingOptions {
  readonly out: string;
  readonly format?: readonly string[];
  readonly plain?: boolean;
}

export interface GradeOptions extends ReportingOptions {
  readonly jobs?: string;
  readonly only?: readonly string[];
  readonly lab?: readonly string[];
  readonly force?: boolean;
  readonly shard?: string;
  readonly requireSandbox?: boolean;
  readonly sandboxAtMost?: string;
}

/** How a person is told, and where the reports go. */
export interface Reporting {
  readonly look: Look;
  readonly isWatched: boolean;
  readonly outFolder: string;
  readonly outShown: string;
  readonly makers: readonly ReportMaker[];
}

export interface Setup extends Reporting {
  readonly submissions: readonly Submission[];
  readonly folderShown: string;
  readonly run: ClassOptions;
  /** To be said before the run. */
  readonly notes: readonly string[];
}

export function setUp(named: string | undefined, options: GradeOptions): Setup {
  const folder = named === undefined ? SAMPLES : path.resolve(named);
  const submissions = submissionsNamed(named, folder);
  const only = onlyThose(submissions, options.only);
  const shard = options.shard === undefined ? shardFrom(process.env) : parseShard(options.shard);
  const sandbox = {
    require: options.requireSandbox === true, ...tierAtMost(options.sandboxAtMost),
  };
  const jobs = options.jobs === undefined
    ? os.availableParallelism() : wholeNumber(options.jobs, '--jobs', 1, JOBS_MOST);
  const labs = labsNamed(options.lab);
  const reporting = setUpReporting(options);
  return {
    ...reporting, submissions, folderShown: path.relative(process.cwd(), folder) || '.',
    run: {
      labs, policy: DEFAULT_POLICY, outFolder: reporting.outFolder, jobs, sandbox,
      force: options.force === true,
      ...shard === undefined ? {} : {shard}, ...only === undefined ? {} : {only},
    },
    notes: notesOn(folder, reporting.look),
  };
}

export function setUpReporting({out, format = [], plain = false}: ReportingOptions): Reporting {
  const isTerminal = process.stdout.isTTY;
  const outFolder = makeOutFolder(out);
  return {
    look: chooseLook({plain, terminal: isTerminal}, process.env), isWatched: isTerminal && !plain,
    outFolder, outShown: path.relative(process.cwd(), outFolder) || '.',
    makers: makersNamed(format),
  };
}

/** `--format junit,canvas`, once or more often. */
function makersNamed(asked: readonly string[]): readonly ReportMaker[] {
  const names = asked.flatMap(text => text.split(',')).map(name => name.trim());
  const known = REPORT_MAKERS.map(({name}) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new WrongUse(`--format knows no "${unknown}"; it knows ${known.join(', ')}`);
  }
  return REPORT_MAKERS.filter(({name}) => ALWAYS.has(name) || names.includes(name));
}

function submissionsNamed(named: string | undefined, folder: string): readonly Submission[] {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    throw new WrongUse(`there is no folder "${named}" with submissions`);
  }
  if (fs.readdirSync(folder).some(file => file.endsWith('.ts'))) {
    throw new WrongUse(
      `"${named}" looks like one submission: name the folder it is in, and --only`);
  }
  const all = submissionsIn(folder);
  if (all.length > 0) return all;
  throw new WrongUse(`no submission (a folder, a zip or a tarball) is in "${named}"`);
}

function onlyThose(
  submissions: readonly Submission[], only: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  if (only === undefined || only.length === 0) return undefined;
  const names = submissions.map(({name}) => name);
  const unknown = only.find(name => !names.includes(name));
  if (unknown === undefined) return new Set(only);
  throw new WrongUse(`no submission in the folder is called "${unknown}"; there are ` +
    firstOf(names, NAMES_SHOWN).join(', '));
}

function labsNamed(named: readonly string[] | undefined): readonly Lab[] {
  if (named === undefined || named.length === 0) return allLabs();
  const numbers = new Set(named.map(name => findLab(name).number));
  return allLabs().filter(({number}) => numbers.has(number));
}

function tierAtMost(asked: string | undefined): {readonly atMost?: 1 | 2 | 3 | 4} {
  if (asked === undefined) return {};
  return {atMost: wholeNumber(asked, '--sandbox-at-most', 1, 4) as 1 | 2 | 3 | 4};
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

function notesOn(folder: string, look: Look): readonly string[] {
  const stray = strayIn(folder).map(name => tidy(name, look));
  return stray.length === 0 ? []
    : [`Passed by, being no submissions: ${firstOf(stray, NAMES_SHOWN).join(', ')}`];
}

export function firstOf(names: readonly string[], most: number): readonly string[] {
  return names.length <= most ? names
    : [...names.slice(0, most), `and ${names.length - most} more`];
}
