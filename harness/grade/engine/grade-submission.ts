/**
 * Grades one submission: stages its files, runs every lab, and adds up.
 *
 * Promises: whatever a submission does, a grade comes back; what cannot be graded says why.
 * Read next: grade-lab.ts; ../run/, which grades many.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Lab} from '../../scenario/labs';
import type {Subject} from '../../scenario/subject';
import {kitVersion} from '../../scenario/token';
import {checkTypes} from '../../scenario/type-check';
import {roundPoints} from '../grade';
import type {Grade, LabGrade, SandboxReport} from '../grade';
import {Refused, stage} from '../intake/submission';
import type {Submission, Taken} from '../intake/submission';
import {digestOf} from '../policy';
import type {Policy} from '../policy';
import {settle} from '../run/settle';
import {gradeLab} from './grade-lab';

export interface GradingOptions {
  readonly labs: readonly Lab[];
  readonly policy: Policy;
  /** Where the submission is unpacked, for as long as it is graded. */
  readonly workFolder: string;
  /** A small number of the worker that grades: no two that run at a time have the same. */
  readonly slot: number;
  readonly sandbox: SandboxOptions;
  /** Names of the scenarios to run, if not all of them: how the grader's own tests stay short. */
  readonly only?: readonly string[];
}

export interface SandboxOptions {
  /** No better tier than this, for trying the lesser ones; the best there is if absent. */
  readonly atMost?: SandboxReport['tier'];
  /** Grades nothing on less than a secure one. */
  readonly require: boolean;
}

const UNSHUT: SandboxReport = {tier: 4, name: 'a process of its own', isSecure: false};

export async function gradeSubmission(
  submission: Submission, options: GradingOptions,
): Promise<Grade> {
  const folder = fs.mkdtempSync(path.join(options.workFolder, 'submission-'));
  const subject: Subject = {name: 'skeleton', folder};
  try {
    const taken = await stage(submission, folder);
    const typesChecked = checkTypes(subject);
    const labs: LabGrade[] = [];
    for (const lab of options.labs) labs.push(await labGrade(subject, lab, options));
    const typeErrors = (await typesChecked)
      .map(({file, line, text}) => `${file}:${line} ${text}`);
    return gradeFrom(submission, options, {labs, typeErrors, taken});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return gradeFrom(submission, options, {
      labs: [], typeErrors: [], refused: error.message,
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

interface Found {
  readonly labs: readonly LabGrade[];
  readonly typeErrors: readonly string[];
  readonly refused?: string;
  readonly taken?: Taken;
}

function gradeFrom(
  submission: Submission, {labs, policy}: GradingOptions, {taken, ...found}: Found,
): Grade {
  const {name, student} = submission;
  const submittedAt = submission.submittedAt ?? taken?.newestAt;
  return {
    schema: 1, kit: kitVersion(), policy: digestOf(policy), sandbox: UNSHUT,
    submission: name, ...student === undefined ? {} : {student}, ...found,
    digest: taken?.digest ?? '', files: [...taken?.texts.keys() ?? []],
    passedOver: taken?.passedOver ?? [], slips: [],
    ...settle({...found, submission: name, asked: labs}, policy, submittedAt),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
