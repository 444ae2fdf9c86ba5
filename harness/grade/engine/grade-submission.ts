/**
 * Grades one submission: stages its files, runs every lab, and adds up.
 *
 * Promises: whatever a submission does, a grade comes back; what cannot be graded says why.
 * Read next: grade-lab.ts; ../grade-class.ts, which grades many.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type {Lab} from '../../scenario/labs';
import type {Subject} from '../../scenario/subject';
import {kitVersion} from '../../scenario/token';
import {checkTypes} from '../../scenario/type-check';
import {roundPoints} from '../grade';
import type {Grade, LabGrade, SandboxReport} from '../grade';
import {Refused, stage} from '../intake/submission';
import type {Submission} from '../intake/submission';
import {digestOf} from '../policy';
import type {Policy} from '../policy';
import {gradeLab} from './grade-lab';

export interface GradingOptions {
  readonly labs: readonly Lab[];
  readonly policy: Policy;
  /** Where the submission is unpacked, for as long as it is graded. */
  readonly workFolder: string;
  /** Names of the scenarios to run, if not all of them: how the grader's own tests stay short. */
  readonly only?: readonly string[];
}

const UNSHUT: SandboxReport = {tier: 4, name: 'a process of its own', isSecure: false};

export async function gradeSubmission(
  submission: Submission, options: GradingOptions,
): Promise<Grade> {
  const folder = fs.mkdtempSync(path.join(options.workFolder, 'submission-'));
  const subject: Subject = {name: 'skeleton', folder};
  try {
    await stage(submission, folder);
    const typesChecked = checkTypes(subject);
    const labs: LabGrade[] = [];
    for (const lab of options.labs) labs.push(await labGrade(subject, lab, options));
    const typeErrors = (await typesChecked)
      .map(({file, line, text}) => `${file}:${line} ${text}`);
    return gradeFrom(submission, options, {labs, typeErrors, ...filesIn(folder)});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return gradeFrom(submission, options, {
      labs: [], typeErrors: [], refused: error.message, files: [], digest: '',
    });
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

async function labGrade(
  subject: Subject, lab: Lab, options: GradingOptions,
): Promise<LabGrade> {
  const scenarios = await gradeLab(subject, lab, options);
  const points = roundPoints(sum(scenarios.map(one => one.points)));
  return {
    lab: lab.number, name: lab.name, title: lab.title, points, pointsMost: lab.points,
    counted: 'own', ownPoints: points, standInPoints: null, scenarios,
  };
}

function filesIn(folder: string): Pick<Grade, 'files' | 'digest'> {
  const files = fs.readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(file => file.split(path.sep).join('/')).filter(file => file.endsWith('.ts')).sort();
  const hash = crypto.createHash('sha256');
  for (const file of files) {
    const text = fs.readFileSync(path.join(folder, file));
    hash.update(`${file}\0${text.length}\0`).update(text);
  }
  return {files, digest: hash.digest('hex')};
}

function gradeFrom(
  submission: Submission, {labs, policy}: GradingOptions,
  found: Pick<Grade, 'labs' | 'typeErrors' | 'refused' | 'files' | 'digest'>,
): Grade {
  const points = roundPoints(sum(found.labs.map(lab => lab.points)));
  return {
    schema: 1, kit: kitVersion(), policy: digestOf(policy), sandbox: UNSHUT,
    submission: submission.name, passedOver: [], ...found,
    points, pointsMost: sum(labs.map(lab => lab.points)),
    typePenalty: 0, late: [], total: points, slips: [],
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
