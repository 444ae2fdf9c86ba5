/**
 * `flotilla grade-one`: one submission in, one report out, for platforms that grade each submission
 * by itself.
 *
 * Promises: the report is written whole, and is valid even when grading fails or takes too long.
 * Exit 0 when there is a grade, whatever it is; 3 when the grader failed, which the report then
 * says.
 * Read next: grade-one-setup.ts; ../grade/formats/formats.ts.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gradeSubmission} from '../grade/engine/grade-submission';
import type {OneReport} from '../grade/formats/formats';
import {oneLine, withoutCommands} from '../grade/formats/plain-text';
import type {Grade} from '../grade/grade';
import {timed} from '../grade/run/timed';
import {setUpOne} from './grade-one-setup';
import type {GradeOneOptions, OneSetup} from './grade-one-setup';
import {leave} from './leave';

const GRADER_FAILED = 3;

export async function gradeOneCommand(named: string, options: GradeOneOptions): Promise<void> {
  const setup = setUpOne(named, options);
  for (const note of setup.notes) print(note);
  // Left alone, Node would answer this one by opening its inspector to anybody on the machine.
  process.on('SIGUSR1', () => undefined);
  const workFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-one-'));
  let code = 0;
  try {
    const grade = await withinTime(gradedIn(workFolder, setup), setup.seconds);
    write(setup.format.write(grade), setup.outFile);
    tell(grade);
  } catch (error) {
    code = GRADER_FAILED;
    const {stack, message} = error as Error;
    write(setup.format.writeFailure(message), setup.outFile);
    print(`The grader failed: ${stack ?? message}`);
  } finally {
    fs.rmSync(workFolder, {recursive: true, force: true});
  }
  await leave(code);
}

function gradedIn(workFolder: string, setup: OneSetup): Promise<Grade> {
  const {submission, labs, policy, requireSandbox} = setup;
  return timed(() => gradeSubmission(submission, {
    labs, policy, workFolder, slot: 0, sandbox: {require: requireSandbox},
  }));
}

/** A platform that ends a grader that takes too long keeps nothing of it. */
function withinTime(grading: Promise<Grade>, seconds: number | undefined): Promise<Grade> {
  if (seconds === undefined) return grading;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`grading took more than ${seconds} seconds`)), seconds * 1000);
    void grading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Beside and renamed: whoever reads never sees half a file. */
function write({text, stepOutput}: OneReport, file: string): void {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(`${file}.part`, text);
  fs.renameSync(`${file}.part`, file);
  const outputs = process.env['GITHUB_OUTPUT'];
  if (stepOutput !== undefined && outputs !== undefined && outputs !== '') {
    fs.appendFileSync(outputs, stepOutput);
  }
}

/** For the platform's log, which instructors read. */
function tell(grade: Grade): void {
  const {submission, total, pointsMost, sandbox, refused, slips} = grade;
  print(`${submission}: ${total} of ${pointsMost} points` +
    (refused === undefined ? '' : ` (refused: ${refused})`));
  print(`Sandbox: tier ${sandbox.tier}, ${sandbox.name}` +
    (sandbox.isSecure ? '' : ': not secure against hostile code'));
  for (const slip of slips) print(`A slip of the grader: ${slip}`);
}

/** Names and reasons are students' words, and a log may take a line for a command. */
function print(line: string): void {
  process.stdout.write(`${withoutCommands(oneLine(line, 2_000))}\n`);
}
