/**
 * Grades a folder of submissions and writes one JSON file each.
 *
 * Promises: one bad submission never stops the run; a file is written whole or not at all; a slip
 * of the grader itself is never points, and is said.
 * Read next: grade-table.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Lab} from '../scenario/labs';
import type {Subject} from '../scenario/subject';
import {checkTypes} from '../scenario/type-check';
import {kitVersion} from '../scenario/token';
import {roundPoints} from './grade';
import type {Grade, LabGrade} from './grade';
import {gradeLab} from './grade-submission';
import {Refused, stage} from './submission';
import type {Submission} from './submission';

export interface ClassOptions {
  readonly labs: readonly Lab[];
  readonly outFolder: string;
  /** Where submissions are unpacked, each for as long as it is graded. */
  readonly workFolder: string;
  /** Submissions graded at a time. */
  readonly jobs: number;
  /** Told after each submission, in the order they finish. */
  onGraded(grade: Grade, done: number): void;
}

/** Grades in the order given; grades come back in that order. */
export async function gradeClass(
  submissions: readonly Submission[], options: ClassOptions,
): Promise<readonly Grade[]> {
  const grades: Grade[] = [];
  const waiting = submissions.map((submission, position) => ({submission, position}));
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const grade = await gradeOne(next.submission, options);
      grades[next.position] = grade;
      write(grade, options.outFolder);
      options.onGraded(grade, ++done);
    }
  };
  await Promise.all(Array.from({length: options.jobs}, worker));
  return grades;
}

async function gradeOne(submission: Submission, options: ClassOptions): Promise<Grade> {
  const folder = fs.mkdtempSync(path.join(options.workFolder, 'submission-'));
  const subject: Subject = {name: 'skeleton', folder};
  try {
    await stage(submission, folder);
    const typesChecked = checkTypes(subject);
    const labs: LabGrade[] = [];
    for (const lab of options.labs) labs.push(await gradeLab(subject, lab));
    const typeErrors = (await typesChecked)
      .map(({file, line, text}) => `${file}:${line} ${text}`);
    return gradeFrom(submission, options, {labs, typeErrors});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return gradeFrom(submission, options, {labs: [], typeErrors: [], refused: error.message});
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

function gradeFrom(
  submission: Submission, options: ClassOptions,
  found: Pick<Grade, 'labs' | 'typeErrors' | 'refused'>,
): Grade {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    kit: kitVersion(), submission: submission.name, ...found,
    points: roundPoints(sum(found.labs.map(lab => lab.points))),
    pointsMost: sum(options.labs.map(lab => lab.points)),
  };
}

/** Beside and renamed: whoever reads never sees half a file. */
function write(grade: Grade, folder: string): void {
  fs.mkdirSync(folder, {recursive: true});
  const file = path.join(folder, `${grade.submission}.json`);
  fs.writeFileSync(`${file}.part`, `${JSON.stringify(grade, null, 2)}\n`);
  fs.renameSync(`${file}.part`, file);
}
