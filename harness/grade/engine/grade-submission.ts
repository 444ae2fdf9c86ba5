/**
 * Grades one submission: takes its files, shuts them in, runs every lab, and adds up.
 *
 * Every lab is run with the student's own earlier labs. What fails there is run once more with
 * earlier labs stood in, if any of these lost points too, and the better of the two counts: one
 * broken lab costs one lab. A lab that was not begun wins nothing there, and is not run again.
 * Promises: whatever a submission does, a grade comes back; what cannot be graded says why.
 * Read next: run-tasks.ts, lab-grades.ts; ../run/, which grades many.
 */
import fs from 'node:fs';
import path from 'node:path';
import {ProcessHost} from '../../host/process-host';
import {allLabs} from '../../scenario/labs';
import type {Lab} from '../../scenario/labs';
import {ServedTests} from '../../scenario/served-tests';
import {kitVersion} from '../../scenario/token';
import type {Grade, SandboxReport} from '../grade';
import {Refused, stage} from '../intake/submission';
import type {Submission, Taken} from '../intake/submission';
import {digestOf} from '../policy';
import type {Policy} from '../policy';
import {settle} from '../run/settle';
import {findSandbox} from '../sandbox/sandbox';
import type {SandboxOptions as FindingOptions, Sandbox} from '../sandbox/sandbox';
import type {Stage} from '../sandbox/stage';
import {Deaths} from './deaths';
import type {Patience} from './deaths';
import type {Finding} from './finding';
import {isFull, labGrade} from './lab-grades';
import type {LabFindings} from './lab-grades';
import {runTasks} from './run-tasks';
import type {Grounds} from './run-tasks';
import {tasksOf, testsSeed} from './tasks';
import type {Task} from './tasks';
import {isUntouchedFrom} from './untouched';

export interface GradingOptions {
  readonly labs: readonly Lab[];
  readonly policy: Policy;
  /** Where the submission is unpacked, for as long as it is graded. */
  readonly workFolder: string;
  readonly sandbox: SandboxOptions;
  /** Names of the scenarios to run, if not all of them: how the grader's own tests stay short. */
  readonly only?: readonly string[];
  /** Wall-clock ms for one answer of a sandbox, if not the backstop: for the same reason. */
  readonly deadlineMs?: number;
}

export interface SandboxOptions {
  /** No better tier than this, for trying the lesser ones; the best there is if absent. */
  readonly atMost?: SandboxReport['tier'];
  /** Grades nothing on less than a secure one. */
  readonly require: boolean;
  /** What was found when the run began: all are graded on no less. */
  readonly expected?: SandboxReport['tier'];
}

/** What passed has shown that its answers take no time. */
const CONFIRMING: Patience = {silencesMost: 2, minutesMost: 5};
/** What keeps silent was waited for before, without stand-ins. */
const STANDING_IN: Patience = {silencesMost: 3, minutesMost: 10};

/** In a sandbox that is found for it alone. */
export async function gradeSubmission(
  submission: Submission, options: GradingOptions & Pick<FindingOptions, 'slot'>,
): Promise<Grade> {
  const {slot, sandbox: {atMost}} = options;
  const sandbox = await findSandbox({slot, ...atMost === undefined ? {} : {atMost}});
  try {
    return await gradeIn(sandbox, submission, options);
  } finally {
    await sandbox.close();
  }
}

/** @param sandbox in which nothing of another submission is; this one's is still there after. */
export function gradeIn(
  sandbox: Sandbox, submission: Submission, options: GradingOptions,
): Promise<Grade> {
  return new Grading(submission, options, sandbox).grade();
}

class Grading {
  private readonly deaths = {
    own: {running: new Deaths(), confirming: new Deaths(CONFIRMING)},
    standIns: {running: new Deaths(STANDING_IN), confirming: new Deaths(CONFIRMING)},
  };

  constructor(
    private readonly submission: Submission,
    private readonly options: GradingOptions,
    private readonly sandbox: Sandbox,
  ) {}

  async grade(): Promise<Grade> {
    const {report: {tier, name, isSecure}} = this.sandbox;
    const {require, expected = tier} = this.options.sandbox;
    if (require && !isSecure) throw new Error(`no secure sandbox: only tier ${tier}, ${name}`);
    if (tier > expected) {
      throw new Error(`the run began with a sandbox of tier ${expected}, and now there is only ` +
        `tier ${tier}, ${name}`);
    }
    const folder = fs.mkdtempSync(path.join(this.options.workFolder, 'submission-'));
    try {
      const taken = await stage(this.submission, folder);
      const found = await this.run(folder, taken);
      await this.sandbox.expectSound();
      return this.gradeFrom({...found, taken});
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return this.gradeFrom({findings: [], typeErrors: [], refused: error.message});
    } finally {
      fs.rmSync(folder, {recursive: true, force: true});
    }
  }

  private async run(
    folder: string, {texts}: Taken,
  ): Promise<Pick<Found, 'findings' | 'typeErrors'>> {
    const {labs} = this.options;
    const stage = await this.sandbox.open(folder);
    const typesChecked = stage.typeErrors();
    await stage.compile();
    const found = await runTasks(labs.flatMap(lab => this.tasksOf(lab)), {
      ...this.groundsOn(stage), deaths: this.deaths.own, subject: stage.subject, mayTell: true,
    });
    const typeErrors = await typesChecked;
    await stage.close();
    const findings: LabFindings[] = [];
    const right = new Set<number>();
    for (const lab of labs) {
      const own = found.filter(({task}) => task.lab === lab);
      if (isFull(own)) right.add(lab.number);
      // Labs without a fault cost later ones nothing.
      const mayWin = allLabs().some(({number}) => number < lab.number && !right.has(number));
      if (!mayWin || isFull(own)) findings.push({lab, own});
      else if (isUntouchedFrom(lab, texts)) findings.push({lab, own, standIns: own});
      else findings.push({lab, own, standIns: await this.runWithStandIns(lab, own, folder)});
    }
    return {findings, typeErrors};
  }

  /** What stands in is there only for these runs, whose code is not quoted. */
  private async runWithStandIns(
    lab: Lab, own: readonly Finding[], folder: string,
  ): Promise<readonly Finding[]> {
    const failed = own.filter(({verdict}) => verdict !== 'passed').map(({task}) => task);
    const builds = buildsBefore(lab);
    const stage = await this.sandbox.open(folder);
    const overlay = Object.fromEntries([...builds].map(([file, text]) =>
      [file, stage.add(file, text).file]));
    await stage.compile();
    const again = await runTasks(failed.filter(task => !isOfStoodIn(task, builds)), {
      ...this.groundsOn(stage), deaths: this.deaths.standIns,
      subject: {...stage.subject, overlay}, mayTell: false,
    });
    await stage.close();
    return own.map(finding => again.find(({task}) => task === finding.task) ?? finding);
  }

  private groundsOn(stage: Stage): Pick<Grounds, 'newHost' | 'servedTests'> {
    const {deadlineMs, policy} = this.options;
    const limits = deadlineMs === undefined ? {} : {deadlineMs};
    return {
      newHost: () => stage.newHost(limits),
      servedTests: new ServedTests({
        newTestsHost: asked => stage.newHost({...limits, ...asked}),
        newServingHost: asked => new ProcessHost(asked),
        orderSeed: testsSeed(policy),
      }),
    };
  }

  private tasksOf(lab: Lab): readonly Task[] {
    const {policy, only} = this.options;
    return tasksOf(lab, policy)
      .filter(({definition}) => only === undefined || only.includes(definition.name));
  }

  private gradeFrom({findings, taken, ...found}: Found): Grade {
    const {policy, labs: asked} = this.options;
    const {name, student, submittedAt = taken?.newestAt} = this.submission;
    const labs = findings.map(one => labGrade(one, policy));
    return {
      schema: 1, kit: kitVersion(), policy: digestOf(policy), sandbox: this.sandbox.report,
      submission: name, ...student === undefined ? {} : {student}, ...found,
      digest: taken?.digest ?? '', files: [...taken?.texts.keys() ?? []],
      passedOver: taken?.passedOver ?? [], slips: slipsIn(findings),
      ...settle({submission: name, labs, asked, typeErrors: found.typeErrors}, policy, submittedAt),
    };
  }
}

interface Found {
  readonly findings: readonly LabFindings[];
  readonly typeErrors: readonly string[];
  readonly refused?: string;
  readonly taken?: Taken;
}

/** Loaded only when it is needed: it takes a compiler and a minifier with it. */
function buildsBefore(lab: Lab): ReadonlyMap<string, string> {
  const {standInBuilds} =
    require('../stand-ins/stand-in-build') as typeof import('../stand-ins/stand-in-build');
  return standInBuilds(lab);
}

/** A lab may go on in a file of an earlier one; nothing can stand in for what is asked for. */
function isOfStoodIn({definition}: Task, builds: ReadonlyMap<string, string>): boolean {
  const {module, servers} = definition.options;
  return servers === undefined && module !== undefined && builds.has(`${module}.ts`);
}

function slipsIn(labs: readonly LabFindings[]): readonly string[] {
  return labs.flatMap(({lab, own, standIns = []}) => [...new Set([...own, ...standIns])]
    .filter(({told}) => told.cause === 'grader')
    .map(({task, told}) => `${lab.number}-${task.definition.name}: ${told.reason ?? ''}`));
}
