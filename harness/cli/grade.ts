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
import {submissionsIn} from '../grade/submission';
import {root} from '../host/register.js';
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
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    throw new WrongUse(`there is no folder "${named}" with submissions`);
  }
  const submissions = submissionsIn(folder)
    .filter(({name}) => options.only === undefined || name === options.only);
  if (submissions.length === 0) {
    throw new WrongUse(options.only === undefined
      ? `no submission (a folder or a zip) is in "${named}"`
      : `no submission in the folder is called "${options.only}"`);
  }
  const jobs = options.jobs === undefined
    ? os.availableParallelism() : wholeNumber(options.jobs, '--jobs', 1, JOBS_MOST);
  const labs = options.lab === undefined ? allLabs() : [findLab(options.lab)];
  const outFolder = path.resolve(options.out);

  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const shownFolder = path.relative(process.cwd(), folder) || '.';
  print(`Subject: ${submissions.length} submissions in ${shownFolder}`);
  print('The servers run in processes of their own, without a sandbox: for submissions you trust.');
  const grades = await gradeClass(submissions, {
    labs, outFolder, jobs,
    onGraded: (grade, done) => {
      print(`  ${done} of ${submissions.length}  ${grade.submission}  ` +
        `${grade.points} of ${grade.pointsMost} points`);
    },
  });
  print('');
  for (const line of gradeTable(grades, labs)) print(line);
  print('');
  print(`One JSON file a submission is in ${path.relative(process.cwd(), outFolder) || '.'}/`);
  await leave(0);
}
