/**
 * Checks the types of a submission, in the sandbox.
 *
 * Promises: the checker's output is a submission's text as much as the checker's, so lines are
 * counted and cut, and only errors of the submission's own files are told. A checker that is not
 * there, or does not start, is no error of the submission, and throws.
 * Read next: scenario/type-check.ts, the same for whoever trusts the code.
 */
import fs from 'node:fs';
import path from 'node:path';
import {capture} from './captured';
import {BUILD_DEADLINE_MS, CHECKED_LIMIT, CHECKER} from './limits';
import type {Stage} from './stage';

const ERRORS_KEPT = 50;
const ERROR_CHARACTERS = 300;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

const NOT_STARTED = 'did not start';
/** How Go programs end that break down. */
const GO_BROKE_DOWN = 2;

/** A checker that was ended on a busy machine gets a second try. */
export async function typeErrorsOf(stage: Stage): Promise<readonly string[]> {
  const {checkerProgram} = stage.equipment;
  if (!fs.existsSync(path.join(checkerProgram, 'tsc'))) {
    throw new Error(`there is no type checker in ${checkerProgram}`);
  }
  const {errors, ending} = await check(stage);
  if (ending === undefined) return errors;
  const again = await check(stage);
  if (again.ending === undefined) return again.errors;
  if (again.ending === NOT_STARTED) throw new Error(`the type checker ${NOT_STARTED}`);
  return [...again.errors, `the type checker ${again.ending}`];
}

interface Checked {
  readonly errors: readonly string[];
  /** Why it did not come to its end. */
  readonly ending?: string;
}

async function check(stage: Stage): Promise<Checked> {
  const {packages: {checker}, checkerProgram} = stage.equipment;
  const folder = path.join(stage.folder, 'project');
  fs.mkdirSync(folder, {recursive: true});
  const project = {outside: folder, inside: '/kit/project'};
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(projectOf(stage)));
  const programFolder = {outside: checkerProgram, inside: '/tsc'};
  const {child, gone} = stage.start({
    executable: {outside: path.join(checkerProgram, 'tsc'), inside: '/tsc/tsc'},
    arguments: ['-p', stage.inside(project.outside, project.inside, ''), '--pretty', 'false'],
    limits: CHECKER,
    mounts: [programFolder, {outside: checker, inside: '/kit'}, ...stage.mounts, project],
  });
  const {output, code, stopped} = await capture(child, '', {
    deadlineMs: BUILD_DEADLINE_MS, characters: CHECKED_LIMIT,
  });
  await gone;
  const ending = stopped ?? (code !== 0 && output === '' ? endingBy(code) : undefined);
  const errors = errorsIn(output, stage);
  return ending === undefined ? {errors} : {errors, ending};
}

/** It ended without a word: a program that breaks down has a code that a sandbox has not. */
function endingBy(code: number | null): string {
  return code === GO_BROKE_DOWN ? 'took more memory than it may' : NOT_STARTED;
}

function projectOf(stage: Stage): object {
  const {packages: {checker}} = stage.equipment;
  const ofKit = (name: string): string => stage.inside(checker, '/kit', name);
  const skeleton = stage.pathOf(path.join(stage.subject.folder, '*.ts'));
  return {
    extends: ofKit('tsconfig.json'),
    compilerOptions: {
      // What is not used yet is no error of types.
      noUnusedLocals: false, noUnusedParameters: false,
      rootDir: '/', typeRoots: [ofKit('node_modules/@types')],
      paths: {'#solution/*': [skeleton], '#raft': [ofKit('harness/raft/index.ts')]},
    },
    include: [skeleton],
  };
}

/** The checker names files from where it runs, which is /tmp inside and / outside. */
function errorsIn(output: string, stage: Stage): readonly string[] {
  const start = stage.equipment.confinement.mounts ? '/tmp' : '/';
  const skeleton = path.dirname(stage.pathOf(path.join(stage.subject.folder, 'x.ts')));
  const errors: string[] = [];
  for (const line of output.split('\n')) {
    const found = /^([^()]{1,200})\((\d{1,7}),\d{1,7}\): error (TS\d{1,6}: .*)$/.exec(line);
    if (found === null) continue;
    const [, name = '', row = '', text = ''] = found;
    const file = path.relative(skeleton, path.resolve(start, name));
    if (file.startsWith('..')) continue;
    errors.push(`skeleton/${file}:${row} ${text.replace(CONTROL, ' ').slice(0, ERROR_CHARACTERS)}`);
    if (errors.length === ERRORS_KEPT) break;
  }
  return errors;
}
