/**
 * Compiles a submission in the sandbox, once; afterwards it is only run.
 *
 * Promises: whatever a file does to the compiler, the trusted side only writes down the bytes that
 * came back. A file that the compiler dies of is named, and the others are compiled without it.
 * Read next: host/compile-guest.js, the other side.
 */
import fs from 'node:fs';
import path from 'node:path';
import {capture} from './captured';
import {BUILD_DEADLINE_MS, COMPILED_LIMIT, COMPILER} from './limits';
import type {Stage} from './stage';

/** After as many, the rest of a submission is not compiled either. */
const BOMBS = 3;

interface Answer {
  readonly code?: string;
  readonly error?: string;
}

export async function compileStage(stage: Stage): Promise<void> {
  let waiting = filesOf(stage);
  for (let bombs = 0; waiting.length > 0; bombs++) {
    const {answers, stopped} = await compileAll(stage, waiting);
    answers.forEach((answer, n) => keep(waiting[n]!, answer));
    waiting = waiting.slice(answers.length);
    const [culprit, ...others] = waiting;
    if (culprit === undefined) return;
    keep(culprit, {error: `the compiler ${stopped ?? 'gave no answer'}`});
    waiting = others;
    if (bombs < BOMBS) continue;
    for (const file of others) keep(file, {error: 'other files took the compiler too long'});
    return;
  }
}

/** All files, always in the same order. */
function filesOf(stage: Stage): readonly string[] {
  return stage.mounts.flatMap(({outside}) =>
    fs.readdirSync(outside, {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.ts')).sort().map(name => path.join(outside, name)));
}

async function compileAll(
  stage: Stage, files: readonly string[],
): Promise<{readonly answers: readonly Answer[]; readonly stopped?: string}> {
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

function answerIn(line: string): Answer {
  try {
    const {code, error} = JSON.parse(line) as Record<string, unknown>;
    if (typeof code === 'string') return {code};
    if (typeof error === 'string') return {error};
  } catch {
    // Said below.
  }
  return {error: 'the compiler gave an answer that is none'};
}

function keep(file: string, {code, error}: Answer): void {
  if (code !== undefined) fs.writeFileSync(file.replace(/\.ts$/, '.js'), code);
  else fs.writeFileSync(`${file}.error`, error ?? '');
}
