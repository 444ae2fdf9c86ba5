/**
 * `flotilla grade`: a folder of submissions in, a table and a JSON file each out.
 *
 * Promises: exit 0 when every submission was graded or refused with a reason, whatever their
 * scores; 2 when there is nothing to grade.
 * Read next: grade/grade-class.ts.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gradeClass} from '../grade/grade-class';
import {gradeTable} from '../grade/grade-table';
import {submissionsIn} from '../grade/intake/submission';
import type {Submission} from '../grade/intake/submission';
import {root} from '../host/register.js';
import {counted} from '../report/text-layout';
import {allLabs, findLab} from '../scenario/labs';
import {leave} from './leave';
import {wholeNumber} from './options';
import {WrongUse} from './wrong-use';

const SAMPLES = path.join(root, 'harness/grade/samples');
const JOBS_MOST = 64;

export interface GradeOptions {
  readonly out: string;
  readonly jobs?: string;
  readonly only?: string;
  readonly lab?: string;
}

export async function gradeCommand(
  named: string | undefined, options: GradeOptions,
): Promise<void> {
  const folder = named === undefined ? SAMPLES : path.resolve(named);
  const submissions = submissionsNamed(named, folder, options.only);
  const jobs = options.jobs === undefined
    ? os.availableParallelism() : wholeNumber(options.jobs, '--jobs', 1, JOBS_MOST);
  const labs = options.lab === undefined ? allLabs() : [findLab(options.lab)];
  const outFolder = makeOutFolder(options.out);
  const workFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-grade-'));
  const clean = (): void => fs.rmSync(workFolder, {recursive: true, force: true});
  const shown = path.relative(process.cwd(), outFolder) || '.';

  print(`Subject: ${counted(submissions.length, 'submission')} in ` +
    (path.relative(process.cwd(), folder) || '.'));
  print('The servers run in processes of their own, without a sandbox: for people you trust.');
  const progress = {done: 0};
  process.once('SIGINT', () => {
    clean();
    print(`\nInterrupted: ${progress.done} of ${submissions.length} are graded; their files are ` +
      `in ${shown}/`);
    void leave(130);
  });
  const grades = await gradeClass(submissions, {
    labs, outFolder, workFolder, jobs,
    onGraded: (grade, done) => {
      progress.done = done;
      print(`  ${done} of ${submissions.length}  ${grade.submission}  ` +
        `${grade.points} of ${grade.pointsMost} points`);
    },
  });
  clean();
  print('');
  for (const line of gradeTable(grades, labs)) print(line);
  print('');
  print(`One JSON file a submission is in ${shown}/`);
  await leave(0);
}

function submissionsNamed(
  named: string | undefined, folder: string, only: string | undefined,
): readonly Submission[] {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    throw new WrongUse(`there is no folder "${named}" with submissions`);
  }
  if (fs.readdirSync(folder).some(file => file.endsWith('.ts'))) {
    throw new WrongUse(
      `"${named}" looks like one submission: name the folder it is in, and --only`);
  }
  const all = submissionsIn(folder);
  const chosen = all.filter(({name}) => only === undefined || name === only);
  if (chosen.length > 0) return chosen;
  throw new WrongUse(only === undefined
    ? `no submission (a folder or a zip) is in "${named}"`
    : `no submission in the folder is called "${only}"; there are ` +
      all.map(({name}) => name).join(', '));
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
