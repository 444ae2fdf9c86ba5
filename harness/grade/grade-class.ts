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
import {gradeSubmission} from './engine/grade-submission';
import type {Grade} from './grade';
import type {Submission} from './intake/submission';
import {DEFAULT_POLICY} from './policy';

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
  const worker = async (slot: number): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const grade = await gradeSubmission(next.submission, {
        ...options, policy: DEFAULT_POLICY, slot, sandbox: {require: false},
      });
      grades[next.position] = grade;
      write(grade, options.outFolder);
      options.onGraded(grade, ++done);
    }
  };
  await Promise.all(Array.from({length: options.jobs}, (_, slot) => worker(slot)));
  return grades;
}

/** Beside and renamed: whoever reads never sees half a file. */
function write(grade: Grade, folder: string): void {
  fs.mkdirSync(folder, {recursive: true});
  const file = path.join(folder, `${grade.submission}.json`);
  fs.writeFileSync(`${file}.part`, `${JSON.stringify(grade, null, 2)}\n`);
  fs.renameSync(`${file}.part`, file);
}
