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
import {withPlatformExport} from '../grade/intake/platform-export';
import {withRoster} from '../grade/intake/roster';
import type {Policy} from '../grade/policy';
import type {ClassOptions} from '../grade/run/grade-class';
import {parseShard, shardFrom} from '../grade/run/shards';
import {root} from '../host/register.js';
import {tidy} from '../report/look';
import {labsAsked, policyAsked} from './grade-options';
import {setUpReporting} from './grade-reporting';
import type {Reporting, ReportingOptions} from './grade-reporting';
import {nameList} from './name-list';
import {wholeNumber} from './options';
import {dashesForgotten} from './swallowed';
import {WrongUse} from './wrong-use';

const SAMPLES = path.join(root, 'harness/grade/samples');
const JOBS_MOST = 64;

export interface GradeOptions extends ReportingOptions {
  readonly jobs?: string;
  readonly only?: readonly string[];
  readonly lab?: readonly string[];
  readonly force?: boolean;
  readonly shard?: string;
  readonly policy?: string;
  readonly roster?: string;
  readonly requireSandbox?: boolean;
  readonly sandboxAtMost?: string;
  readonly similarity?: boolean;
  readonly past?: readonly string[];
}

export interface Setup extends Reporting {
  readonly submissions: readonly Submission[];
  readonly folder: string;
  readonly folderShown: string;
  /** Whether they are the kit's own, which nobody grades in earnest. */
  readonly isSample: boolean;
  readonly run: ClassOptions;
  /** To be said before the run. */
  readonly notes: readonly string[];
}

export function setUp(named: string | undefined, options: GradeOptions): Setup {
  const folder = named === undefined ? SAMPLES : path.resolve(named);
  const {submissions, notes} = whoIsWho(submissionsNamed(named, folder), folder, options.roster);
  const only = onlyThose(submissions, options.only);
  const shard = options.shard === undefined ? shardFrom(process.env) : parseShard(options.shard);
  const policy = policyAsked(options.policy);
  const jobs = options.jobs === undefined
    ? os.availableParallelism() : wholeNumber(options.jobs, '--jobs', 1, JOBS_MOST);
  const labs = labsAsked(options.lab);
  const sandbox = {
    require: options.requireSandbox === true, ...tierAtMost(options.sandboxAtMost),
  };
  const reporting = setUpReporting(options);
  const said = [...notesOn(folder), ...notes, ...notesOnPolicy(policy, submissions)];
  return {
    ...reporting, submissions, folder, folderShown: path.relative(process.cwd(), folder) || '.',
    isSample: folder === SAMPLES,
    run: {
      labs, policy, outFolder: reporting.outFolder, jobs, sandbox, force: options.force === true,
      ...shard === undefined ? {} : {shard}, ...only === undefined ? {} : {only},
    },
    notes: [
      ...shard === undefined ? [] : [`Shard ${shard.index} of ${shard.count}`],
      ...said.map(line => tidy(line, reporting.look)),
    ],
  };
}

/** What a platform says, and what the roster says, which counts more. */
function whoIsWho(
  submissions: readonly Submission[], folder: string, roster: string | undefined,
): {readonly submissions: readonly Submission[]; readonly notes: readonly string[]} {
  const known = withPlatformExport(submissions, folder);
  if (roster === undefined) return {submissions: known, notes: []};
  const listed = withRoster(known, roster);
  return {
    submissions: listed.submissions,
    notes: [
      ...naming('In the roster, but nothing was handed in', listed.missing),
      ...naming('Handed in, but not in the roster', listed.unknown),
    ],
  };
}

function naming(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${what}: ${nameList(names)}`];
}

function submissionsNamed(named: string | undefined, folder: string): readonly Submission[] {
  if (!fs.existsSync(folder)) {
    throw new WrongUse(
      `there is no folder "${named}" with submissions${dashesForgotten('grade')}`);
  }
  if (!fs.statSync(folder).isDirectory()) {
    throw new WrongUse(`"${named}" is a file, not a folder with submissions: if it is one ` +
      'submission, flotilla grade-one takes it');
  }
  if (fs.readdirSync(folder).some(file => file.endsWith('.ts'))) {
    throw new WrongUse(`"${named}" looks like one submission: name the folder it is in, and ` +
      '--only, or use flotilla grade-one');
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
    nameList(names));
}

function tierAtMost(asked: string | undefined): {readonly atMost?: 1 | 2 | 3 | 4} {
  if (asked === undefined) return {};
  return {atMost: wholeNumber(asked, '--sandbox-at-most', 1, 4) as 1 | 2 | 3 | 4};
}

function notesOn(folder: string): readonly string[] {
  return naming('Passed by, being no submissions', strayIn(folder));
}

function notesOnPolicy(policy: Policy, submissions: readonly Submission[]): readonly string[] {
  const names = new Set(submissions.map(({name}) => name));
  const strangers = Object.keys(policy.students).filter(name => !names.has(name));
  return naming('In the policy\'s students, but nothing was handed in', strangers);
}
