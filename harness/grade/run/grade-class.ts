/**
 * Grades a class: whoever is not graded yet, many at a time, each written down when it is done.
 *
 * Promises: one bad submission never stops the run; stopped in the middle of anything, by Ctrl-C,
 * kill -9 or a power cut, it goes on from there and comes to the same results; a slip of the grader
 * itself is never points, and is said.
 * Read next: journal.ts, worker-pool.ts, standing.ts.
 */
import fs from 'node:fs';
import {lockFolder} from '../../runtime/folder-lock';
import type {Lab} from '../../scenario/labs';
import {kitVersion} from '../../scenario/token';
import type {SandboxOptions} from '../engine/grade-submission';
import type {Grade, SandboxReport} from '../grade';
import type {Submission} from '../intake/submission';
import {digestOf, runDigestOf, worthOf} from '../policy';
import type {Policy} from '../policy';
import {kitDigest} from './kit-digest';
import {CannotWrite, Journal, journalFile, readJournal} from './journal';
import type {RunLine} from './journal';
import {sandboxReport} from './sandbox-tier';
import {settle} from './settle';
import type {Shard} from './shards';
import {shareOf} from './shards';
import {gradeLinesIn, keysDone, standingOf} from './standing';
import type {GradeLines, Standing} from './standing';
import {WorkerPool} from './worker-pool';
import type {WorkerAnswer, WorkerTask} from './worker-messages';

export interface ClassOptions {
  readonly labs: readonly Lab[];
  readonly policy: Policy;
  readonly outFolder: string;
  /** Submissions graded at a time. */
  readonly jobs: number;
  readonly sandbox?: SandboxOptions;
  readonly shard?: Shard;
  /** Names of those to grade; the others of the class stay as they stand. */
  readonly only?: ReadonlySet<string>;
  /** Grades again what is graded already. */
  readonly force?: boolean;
  /** Stops the run. */
  readonly signal?: AbortSignal;
  readonly watcher?: RunWatcher;
  /** For the grader's own tests. */
  readonly workerFile?: string;
  readonly scenarios?: readonly string[];
  readonly kitDigest?: string;
  readonly patienceMs?: number;
}

/** Told what happens, as it happens. */
export interface RunWatcher {
  /** Once, before anything is graded. */
  onStart?(start: RunStart): void;
  onGraded?(grade: Grade): void;
  /** It was graded before, and has not changed. */
  onKnown?(name: string): void;
}

export interface RunStart {
  /** How many submissions are looked at. */
  readonly count: number;
  readonly sandbox: SandboxReport;
  /** Numbers of lines of the journal that cannot be read. */
  readonly damaged: readonly number[];
}

/** The run was told to stop; what is done stays done. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** @throws Stopped, CannotWrite, FolderInUse, NotSecure */
export async function gradeClass(
  submissions: readonly Submission[], options: ClassOptions,
): Promise<Standing> {
  const file = journalFile(options.outFolder, options.shard);
  const sandbox = options.sandbox ?? {require: false};
  const report = await sandboxReport(sandbox);
  const unlock = lock(options.outFolder, options.shard);
  try {
    const {lines, wholeBytes, damaged} = readJournal(file);
    const run = runLineOf(submissions, options);
    const journal = new Journal(file, wholeBytes);
    try {
      const newest = lines.findLast(line => line.kind === 'run');
      if (JSON.stringify(newest) !== JSON.stringify(run)) journal.append(run);
      await new ClassRun({run, journal, report, sandbox}, options).grade(
        chosenOf(submissions, options), gradeLinesIn(lines), damaged);
    } finally {
      journal.close();
    }
    return standingOf(run, readJournal(file).lines);
  } finally {
    unlock();
  }
}

function lock(folder: string, shard: Shard | undefined): () => void {
  try {
    fs.mkdirSync(folder, {recursive: true});
    const name = shard === undefined ? 'lock' : `lock-${shard.index}-of-${shard.count}`;
    return lockFolder(folder, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new CannotWrite(`cannot write to ${folder}`, error);
    }
    throw error;
  }
}

/** Labs that are worth nothing are not graded. */
function runLineOf(
  submissions: readonly Submission[], options: ClassOptions,
): RunLine {
  const {labs, policy, shard} = options;
  return {
    kind: 'run', schema: 1, kit: kitVersion(), kitDigest: options.kitDigest ?? kitDigest(),
    policy: {...policy, hiddenSeeds: {...policy.hiddenSeeds, secret: ''}},
    policyDigest: digestOf(policy), runDigest: runDigestOf(policy),
    labs: labs.filter(lab => worthOf(policy, lab) > 0).map(({number}) => number),
    ...shard === undefined ? {} : {shard},
    members: submissions.map(({name, student, submittedAt}) => ({
      name, ...student === undefined ? {} : {student},
      ...submittedAt === undefined ? {} : {submittedAt},
    })),
  };
}

function chosenOf(
  submissions: readonly Submission[], {shard, only}: ClassOptions,
): readonly Submission[] {
  const mine = new Set(shareOf(submissions.map(({name}) => name), shard));
  return submissions.filter(({name}) => mine.has(name) && (only === undefined || only.has(name)));
}

interface Means {
  readonly run: RunLine;
  readonly journal: Journal;
  readonly report: SandboxReport;
  readonly sandbox: SandboxOptions;
}

class ClassRun {
  constructor(private readonly means: Means, private readonly options: ClassOptions) {}

  async grade(
    submissions: readonly Submission[], known: GradeLines, damaged: readonly number[],
  ): Promise<void> {
    const {policy, jobs, watcher, signal, force, workerFile, scenarios, patienceMs} = this.options;
    const {run: {labs, kitDigest: digest}, report, sandbox} = this.means;
    watcher?.onStart?.({count: submissions.length, sandbox: report, damaged});
    const tasks = submissions.map(submission => ({
      kind: 'grade' as const, submission, tier: report.tier,
      keysDone: force === true ? [] : keysDone(known.get(submission.name) ?? [], labs),
    }));
    const pool = new WorkerPool({
      jobs, orders: {
        labs, policy, kitDigest: digest, sandbox: {...sandbox, expected: report.tier},
        ...scenarios === undefined ? {} : {only: scenarios},
      },
      ...workerFile === undefined ? {} : {workerFile},
      ...patienceMs === undefined ? {} : {patienceMs},
    });
    const stop = (): void => pool.stop();
    signal?.addEventListener('abort', stop);
    try {
      await pool.run(tasks, (task, answer) => this.note(task, answer));
    } finally {
      pool.stop();
      signal?.removeEventListener('abort', stop);
    }
    if (signal?.aborted === true) throw new Stopped('stopped');
  }

  private note(task: WorkerTask, answer: WorkerAnswer): void {
    const {watcher} = this.options;
    if (answer.kind === 'no room') {
      throw new CannotWrite('cannot unpack submissions', new Error(answer.why));
    }
    if (answer.kind === 'known') {
      watcher?.onKnown?.(task.submission.name);
      return;
    }
    const {run: {runDigest, kitDigest: digest, labs}, journal} = this.means;
    const line = answer.kind === 'graded' ? answer
      : {grade: this.slipped(task.submission, answer.why), key: 'slipped'};
    journal.append({
      kind: 'grade', key: line.key, runDigest, kitDigest: digest, labs,
      ...'newestAt' in line && line.newestAt !== undefined ? {newestAt: line.newestAt} : {},
      grade: line.grade,
    });
    watcher?.onGraded?.(line.grade);
  }

  /** Not graded, and not for anything its student did. */
  private slipped({name, student}: Submission, why: string): Grade {
    const {policy, labs} = this.options;
    const {run, report} = this.means;
    const parts = {submission: name, labs: [], asked: labs, typeErrors: []};
    return {
      schema: 1, kit: run.kit, policy: run.policyDigest, sandbox: report,
      submission: name, ...student === undefined ? {} : {student}, digest: '', files: [],
      passedOver: [], typeErrors: [], slips: [`not graded: ${why}`], ...settle(parts, policy),
    };
  }
}
