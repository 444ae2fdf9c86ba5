/**
 * `flotilla bench grade`: a generated class (of 100, if nothing else is said), graded as an
 * instructor would.
 *
 * Promises: the same class on every machine: complete submissions, half-done ones, skeletons, and
 * broken and hostile ones from the collections the kit's own tests use; each ten has all of these
 * kinds, in the same shares. CPU time is what the whole
 * machine did meanwhile, sandboxes and all, so nothing else should be running. Hostile code runs
 * only in a secure sandbox, so without one nothing is measured.
 * Read next: grade.ts.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from '../host/register.js';
import {allLabs} from '../scenario/labs';
import type {Subject} from '../scenario/subject';
import {WrongUse} from './wrong-use';

const JOBS = 2;
/** Of each ten, in this order: five have every kind. */
const KINDS = [
  'complete', 'broken', 'half-done', 'hostile', 'skeleton',
  'broken', 'broken', 'broken', 'complete', 'broken',
] as const;
/** The exit code of a command that cannot do what it is asked here: one line says why. */
const WRONG_USE = 2;
/** A clock tick of /proc/stat. */
const TICK_SECONDS = 0.01;

/** As far as this command knows them: they live with the tests that use them. */
interface Mutants {
  allMutants(): readonly {readonly file: string}[];
  layOver(mutant: {readonly file: string}): Subject;
}
interface Attacks {
  allAttacks(): readonly {
    readonly files: Readonly<Record<string, string>>; readonly handIn?: unknown;
  }[];
}

export function benchGrade(
  size: number, print: (...lines: readonly string[]) => void,
): Promise<void> {
  print('', `Grading a class of ${size}, ${JOBS} jobs, confirmed, in the best sandbox there is`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-bench-grade-'));
  try {
    const submissions = path.join(folder, 'submissions');
    makeClass(submissions, size);
    const began = performance.now();
    const busyBefore = busySeconds();
    const stdout = gradeClass(submissions, path.join(folder, 'results'), ['--require-sandbox']);
    const minutes = (performance.now() - began) / 60_000;
    print(`  ${'submissions a minute'.padEnd(28)}${(size / minutes).toFixed(1)}`);
    const busy = busySeconds();
    if (busy !== undefined && busyBefore !== undefined) {
      const each = (busy - busyBefore) / size;
      print(`  ${'CPU seconds a submission'.padEnd(28)}${each.toFixed(1)}`);
    }
    for (const line of stdout.split('\n').filter(one => one.includes('sandbox'))) {
      print(`  ${line.trim()}`);
    }
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
  return Promise.resolve();
}

/** What it printed. @throws WrongUse if this machine cannot, with the reason it gave */
export function gradeClass(
  submissions: string, results: string, options: readonly string[],
): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, [
    path.join(root, 'harness/cli/flotilla.js'), 'grade', submissions,
    '--out', results, '--jobs', String(JOBS), '--plain', ...options,
  ], {cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024});
  if (status === 0) return stdout;
  if (status === WRONG_USE) {
    throw new WrongUse(`nothing was graded: ${stderr.trim().replace(/^flotilla: /, '')}`);
  }
  throw new Error(`grading ended with ${status}:\n${stdout}${stderr}`);
}

/** Kinds by turns, so that a small class has them all. */
export function makeClass(folder: string, size: number): void {
  const {allMutants, layOver} = require(
    path.join(root, 'tests/kit/mutants/lay-over.ts')) as Mutants;
  const {allAttacks} = require(path.join(root, 'tests/kit/attacks/trial.ts')) as Attacks;
  const mutants = allMutants();
  const hostile = allAttacks().filter(({handIn}) => handIn === undefined);
  const labs = allLabs();
  for (let n = 0; n < size; n++) {
    const made = path.join(folder, `student-${String(n + 1).padStart(3, '0')}`);
    const kind = KINDS[n % KINDS.length]!;
    const source = kind === 'skeleton' ? 'skeleton' : 'reference';
    fs.cpSync(path.join(root, source), made, {recursive: true});
    if (kind === 'broken') {
      const mutant = mutants[n * 37 % mutants.length]!;
      fs.copyFileSync(layOver(mutant).overlay![mutant.file]!, path.join(made, mutant.file));
    }
    if (kind === 'half-done') {
      for (const {files} of labs.slice(1 + n % (labs.length - 1))) {
        for (const {file} of files) copyIn(made, file);
      }
    }
    if (kind === 'hostile') {
      for (const [file, text] of Object.entries(hostile[n % hostile.length]!.files)) {
        fs.mkdirSync(path.dirname(path.join(made, file)), {recursive: true});
        fs.writeFileSync(path.join(made, file), text);
      }
    }
  }
}

/** A file that its student has not written yet. */
function copyIn(folder: string, file: string): void {
  const unwritten = path.join(root, 'skeleton', file);
  if (fs.existsSync(unwritten)) fs.copyFileSync(unwritten, path.join(folder, file));
}

/** What all cores have worked since the machine started; unknown where there is no /proc. */
function busySeconds(): number | undefined {
  if (!fs.existsSync('/proc/stat')) return undefined;
  const [, ...counts] = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = counts.map(Number);
  return (user + nice + system + irq + softirq) * TICK_SECONDS;
}
