/**
 * `flotilla grade`: a folder of submissions in, a table and reports out.
 *
 * Promises: exit 0 when every submission was graded or refused with a reason, whatever their
 * scores; 1 when the grader slipped on one; 2 for wrong use; 3 when results cannot be written.
 * Stopped by Ctrl-C it leaves no process and no folder, and says how to go on.
 * Read next: grade-setup.ts, for the options; grade/run/grade-class.ts.
 */
import os from 'node:os';
import path from 'node:path';
import {gradeClass, Stopped} from '../grade/run/grade-class';
import {CannotWrite} from '../grade/run/journal';
import {NotSecure} from '../grade/run/sandbox-tier';
import type {Standing} from '../grade/run/standing';
import {FolderInUse} from '../runtime/folder-lock';
import {counted} from '../report/text-layout';
import {GradeProgress} from './grade-progress';
import {report, sayWhatIsNext} from './grade-report';
import {setUp} from './grade-setup';
import type {GradeOptions, Setup} from './grade-setup';
import {leave} from './leave';
import {requireSubmissions, tellSimilarity} from './similarity';
import {WrongUse} from './wrong-use';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const DISK_TROUBLE = 3;
const PAIRS_TOLD = 20;

export async function gradeCommand(
  named: string | undefined, options: GradeOptions,
): Promise<void> {
  const {similarity = false, past = []} = options;
  if (past.length > 0 && !similarity) {
    throw new WrongUse('--past names former classes to compare code with: give --similarity, too');
  }
  for (const folder of past) requireSubmissions(folder);
  const setup = setUp(named, options);
  print(`Subject: ${counted(setup.submissions.length, 'submission')} in ${setup.folderShown}`);
  for (const note of setup.notes) print(note);
  const standing = await run(setup);
  const {only} = setup.run;
  const code = report(standing, setup, only === undefined ? {} : {only});
  if (similarity) await compareCode(setup, past);
  sayWhatIsNext(standing, setup, {isInEarnest: !setup.isSample});
  await leave(code);
}

async function compareCode(
  {folder, outFolder, outShown}: Setup, past: readonly string[],
): Promise<void> {
  print('');
  const csv = path.join(outFolder, 'similarity.csv');
  await tellSimilarity({folder, past, top: PAIRS_TOLD, csv});
  print(`The list is in ${outShown}/similarity.csv`);
}

/** Ends the process when the run was stopped or could not write. */
async function run(setup: Setup): Promise<Standing> {
  const stopper = new AbortController();
  const caught = {signal: undefined as NodeJS.Signals | undefined};
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      caught.signal ??= signal;
      stopper.abort();
    });
  }
  const progress = new GradeProgress(setup.look, setup.isWatched);
  try {
    return await gradeClass(setup.submissions, {
      ...setup.run, watcher: progress, signal: stopper.signal,
    });
  } catch (error) {
    progress.clear();
    if (error instanceof Stopped) {
      print(`Stopped. What is done (${progress.done}) is kept in ${setup.outShown}/: the same ` +
        'command goes on from there.');
      return await leave(128 + os.constants.signals[caught.signal ?? 'SIGINT']);
    }
    if (error instanceof FolderInUse) {
      throw new WrongUse(`another run is writing to ${setup.outShown}/ (${error.message})`);
    }
    if (error instanceof NotSecure) throw new WrongUse(error.message);
    if (!(error instanceof CannotWrite)) throw error;
    return await cannotWrite(error);
  }
}

/** Neither a slip of a person's nor a bug: a disk is full, or a folder is another user's. */
export function cannotWrite(error: CannotWrite): Promise<never> {
  process.stderr.write(`flotilla: ${error.message}. What was graded before is kept; make room ` +
    'and start again.\n');
  return leave(DISK_TROUBLE);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
