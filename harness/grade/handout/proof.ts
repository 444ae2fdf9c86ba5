/**
 * Proves a student's copy: it works as a student meets it, and nothing in it gives anything away.
 *
 * Promises: what is handed out is not touched; the first thing that is not as it should be ends the
 * proof and is named.
 * Read next: leaks.ts; write-copy.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {counted} from '../../report/text-layout';
import type {Lab} from '../../scenario/labs';
import {kitVersion} from '../../scenario/token';
import {filesOf, isUnlocked, neededFiles} from './choice';
import type {Choice} from './choice';
import type {CopyFiles} from './copy-files';
import {leaksIn} from './leaks';
import {namesRefused} from './names';
import {runFlotilla, runNode, runNpm} from './trial-run';
import type {Ran} from './trial-run';
import {writeFiles} from './write-copy';

/** The copy is not what it should be: what, and what was seen. */
export class NotProved extends Error {
  override readonly name = 'NotProved';
}

export interface ProofOptions {
  readonly choice: Choice;
  /** An empty folder, for a copy of the copy to run in. */
  readonly trial: string;
  /** Quick: the kit's own packages, and the first two labs. */
  readonly extent: 'all' | 'quick';
  /** Told one line for each thing that was proved. */
  readonly tell: (line: string) => void;
}

/** As `npm test` has it, but for all files. */
const TYPE_CHECKER = 'node_modules/typescript-native/bin/tsc';
const QUICK_LABS = 2;
/** A failure is told with the end of what the command printed. */
const LINES_SHOWN = 25;

/** @throws NotProved */
export async function prove(files: CopyFiles, options: ProofOptions): Promise<void> {
  proveContents(files, options);
  writeFiles(files, options.trial);
  await proveRuns(options);
}

/** What can be seen without running anything. @throws NotProved */
export function proveContents(files: CopyFiles, {choice, tell}: ProofOptions): void {
  const leaks = leaksIn(files, choice);
  if (leaks.length > 0) {
    throw new NotProved(['something of the instructor\'s is in the copy:', ...leaks.map(
      ({file, source, text}) => `  ${file} has a piece of ${source}: ${text}`)].join('\n'));
  }
  tell(`in ${counted(files.size, 'file')} there is no piece of the reference, of hidden ` +
    'tests, of mutants or of the grader');
  const [refused] = namesRefused([...files.keys()]);
  if (refused !== undefined) throw new NotProved(`Windows cannot have such a file: ${refused}`);
  tell('every name can be a file on Windows');
}

async function proveRuns(options: ProofOptions): Promise<void> {
  const {choice, trial: folder, extent, tell} = options;
  const isQuick = extent === 'quick';
  if (isQuick) linkPackages(folder);
  else {
    const ran = expectCode(await runNpm(folder, ['ci', '--no-audit', '--no-fund']), 0);
    tell(`npm ci installs its packages${took(ran)}`);
  }
  const version = expectCode(await runFlotilla(folder, ['--version']), 0);
  expectText(version, new RegExp(`^${kitVersion()}\\n$`));
  const types = expectCode(await runNode(folder, [TYPE_CHECKER]), 0);
  tell(`its types are right as it is handed out${took(types)}`);
  const labs = isQuick ? choice.labs.slice(0, QUICK_LABS) : choice.labs;
  const words = isQuick ? labs.map(({number}) => String(number)) : [];
  await proveUnwritten(folder, {choice, labs, words, tell});
  for (const {file} of filesOf(choice.labs)) {
    fs.copyFileSync(path.join(root, 'reference', file), path.join(folder, 'skeleton', file));
  }
  const written = expectCode(await testIn(folder, words), 0);
  const [, count] = expectText(written, /\n(\d+) passed, 0 failed\n$/);
  tell(`with the reference's files in it, all pass: ${count} of ${count}${took(written)}`);
}

interface Trial {
  readonly choice: Choice;
  readonly labs: readonly Lab[];
  readonly words: readonly string[];
  readonly tell: (line: string) => void;
}

/** A bare skeleton fails, and says in each lab what is not written yet. */
async function proveUnwritten(
  folder: string, {choice, labs, words, tell}: Trial,
): Promise<void> {
  const unwritten = labs.filter(lab => filesOf([lab]).some(({file}) => !isUnlocked(choice, file)));
  if (unwritten.length === 0) return;
  const ran = expectCode(await testIn(folder, words), 1);
  expectText(ran, /^Subject: skeleton \(from package\.json\)\n/m);
  const isBare = choice.unlocked.length === 0 && neededFiles(choice).length === 0;
  if (isBare) expectText(ran, /\n0 passed, \d+ failed\n$/);
  for (const {number} of unwritten) {
    expectText(ran, new RegExp(`^Lab ${number}[a-z]? [·-] .*\\n(?:(?!Lab \\d).*\\n)*?` +
      ' *not written yet: \\w+\\(\\)', 'm'));
  }
  tell(`npm test says what is not written yet in ${counted(unwritten.length, 'lab')}` +
    `, and exits with 1${took(ran)}`);
}

/** As a student starts them; a few labs are named, all of them are not. */
function testIn(folder: string, labs: readonly string[]): Promise<Ran> {
  return runNpm(folder, ['test', '--silent', ...labs.length === 0 ? [] : ['--', ...labs]]);
}

/** So that nothing has to be installed. */
function linkPackages(folder: string): void {
  fs.symlinkSync(
    path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

function expectCode(ran: Ran, code: number): Ran {
  if (ran.code === code) return ran;
  throw new NotProved(`${ran.command} ended with ${ran.code}, not ${code}:\n${endOf(ran)}`);
}

function expectText(ran: Ran, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(ran.output);
  if (found !== null) return found;
  throw new NotProved(`${ran.command} did not print ${String(pattern)}:\n${endOf(ran)}`);
}

function endOf({output}: Ran): string {
  return output.trimEnd().split('\n').slice(-LINES_SHOWN).map(line => `  ${line}`).join('\n');
}

function took({seconds}: Ran): string {
  return ` (${seconds} s)`;
}
