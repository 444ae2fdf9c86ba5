/**
 * Compiles a submission in the sandbox, once; afterwards it is only run.
 *
 * Promises: whatever a file does to the compiler, the trusted side only writes down the bytes that
 * came back. A file that the compiler dies of twice is named, and the others are compiled without
 * it.
 * Read next: host/compile-guest.js, the other side.
 */
import fs from 'node:fs';
import path from 'node:path';
import {compileText} from '../../host/compiler.js';
import {capture} from './captured';
import {withoutFolder} from './guest-package';
import {BUILD_DEADLINE_MS, COMPILED_LIMIT, COMPILER} from './limits';
import type {Stage} from './stage';

/** After as many, the rest of a submission is not compiled either. */
const BOMBS = 3;

export interface Compiled {
  readonly code?: string;
  readonly error?: string;
}

/**
 * What is known of one submission's files, by name and text. Of no other submission's: whoever
 * breaks the compiler could else say what the code of somebody else's file is.
 */
export type CompiledBefore = Map<string, Compiled>;

export async function compileStage(stage: Stage, known: CompiledBefore): Promise<void> {
  for (const file of filesIn(path.join(stage.folder, 'given'))) keep(file, compileOurs(file));
  const files = filesIn(stage.subject.folder);
  const keys = new Map(files.map(file => [file, keyOf(file, stage)]));
  const learn = (file: string, compiled: Compiled): void => {
    known.set(keys.get(file)!, compiled);
    keep(file, compiled);
  };
  for (const file of files) {
    const before = known.get(keys.get(file)!);
    if (before !== undefined) keep(file, before);
  }
  await compileShutIn(stage, files.filter(file => !known.has(keys.get(file)!)), learn);
}

function keyOf(file: string, stage: Stage): string {
  return `${path.relative(stage.subject.folder, file)}\0${fs.readFileSync(file, 'utf8')}`;
}

async function compileShutIn(
  stage: Stage, files: readonly string[], keep: (file: string, compiled: Compiled) => void,
): Promise<void> {
  let waiting = files;
  let suspect: string | undefined;
  for (let bombs = 0; waiting.length > 0;) {
    const {answers, stopped} = await compileAll(stage, waiting);
    answers.forEach((answer, n) => keep(waiting[n]!, answer));
    waiting = waiting.slice(answers.length);
    const [culprit, ...others] = waiting;
    if (culprit === undefined) return;
    // On a busy machine it may have been nobody's fault.
    if (culprit !== suspect) {
      suspect = culprit;
      continue;
    }
    keep(culprit, {error: `the compiler ${stopped ?? 'gave no answer'}`});
    waiting = others;
    if (bombs++ < BOMBS) continue;
    for (const file of others) keep(file, {error: 'other files took the compiler too long'});
    return;
  }
}

/** Always in the same order. */
function filesIn(folder: string): readonly string[] {
  return fs.readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts')).sort().map(name => path.join(folder, name));
}

const ours = new Map<string, Compiled>();

/** What stands in is our own code, the same for all submissions. */
function compileOurs(file: string): Compiled {
  const text = fs.readFileSync(file, 'utf8');
  let compiled = ours.get(text);
  if (compiled === undefined) {
    compiled = {code: withoutFolder(compileText(text, path.join('/', path.basename(file))))};
    ours.set(text, compiled);
  }
  return compiled;
}

async function compileAll(
  stage: Stage, files: readonly string[],
): Promise<{readonly answers: readonly Compiled[]; readonly stopped?: string}> {
  const {packages: {compiler}, node} = stage.equipment;
  const {child, gone} = stage.start({
    executable: node, limits: COMPILER,
    arguments: [stage.inside(compiler, '/kit', 'harness/host/compile-guest.js')],
    mounts: [{outside: compiler, inside: '/kit'}, ...stage.mounts],
  });
  const names = files.map(file => stage.pathOf(file));
  const {output, stopped} = await capture(child, JSON.stringify(names), {
    deadlineMs: BUILD_DEADLINE_MS, characters: COMPILED_LIMIT,
  });
  await gone;
  const lines = output.split('\n').slice(0, -1).slice(0, files.length);
  return {answers: lines.map(answerIn), ...stopped === undefined ? {} : {stopped}};
}

function answerIn(line: string): Compiled {
  try {
    const {code, error} = JSON.parse(line) as Record<string, unknown>;
    if (typeof code === 'string') return {code};
    if (typeof error === 'string') return {error};
  } catch {
    // Said below.
  }
  return {error: 'the compiler gave an answer that is none'};
}

function keep(file: string, {code, error}: Compiled): void {
  if (code !== undefined) fs.writeFileSync(file.replace(/\.ts$/, '.js'), code);
  else fs.writeFileSync(`${file}.error`, error ?? '');
}
