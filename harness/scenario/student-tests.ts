/**
 * Students' own tests: run on an implementation that is not theirs, in a box like any other.
 *
 * Promises: every run has a world and a box of its own, so that one run cannot spoil the next.
 * A test that throws is an answer; what stops the whole box is told as `stopped`, since on a broken
 * implementation that counts as noticing. The tests see a class that asks for everything, wherever
 * the implementation is: in their box here, in another process where they are not trusted.
 * Read next: host/student-tests-guest.ts; tests/1-log, how it is used.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Host, ModuleSource} from '../host/box';
import {root} from '../host/register.js';
import {describeFrames} from '../host/script';
import type {Contract} from '../host/served/messages';
import type {StudentTestResult} from '../host/test-collector';
import {PROVIDED_NAMES} from '../host/test-collector';
import {LabFailure} from '../world/lab-failure';
import type {World} from '../world/world';
import {NotWrittenFault} from './fault-watch';
import {BadResults, resultsIn} from './student-results';
import {PROGRAMS, sourceOf} from './subject';
import type {Subject} from './subject';

/** A test that waits for a timer gets this much virtual time. */
const PATIENCE_MS = 60_000;
/** Chance and time are the same in every run of the tests. */
export const TESTS_SEED = 1;
export const BOX = 'Your test file';
/** What the implementation is called in a box that holds the tests as well. */
const HERE = '#served';
/** In place of the implementation, wherever that is. */
const SERVED: ModuleSource = {
  file: path.join(root, 'harness/host/served/served-module.ts'),
  shownAs: 'harness/host/served/served-module.ts',
};

export interface StudentTestsRun {
  readonly passed: readonly string[];
  readonly failed: readonly FailedTest[];
  /** Why the run ended before its end: a loop, a refused import. */
  readonly stopped?: LabFailure;
}

export interface FailedTest {
  readonly title: string;
  /** 'AssertionError: expected 1 to equal 2'. */
  readonly said: string;
  /** Frames in the test file: 'skeleton/tests/log.test.ts:33'. */
  readonly frames: readonly string[];
}

export interface StudentTestsOptions {
  readonly lab: number;
  /** Within the subject: 'tests/log.test.ts'. */
  readonly file: string;
  /** What the tests import: 'log' for '#solution/log'. */
  readonly module: string;
  /** What of it the tests may use. */
  readonly contract: Contract;
  /** The implementation behind that import: one of those below. */
  readonly implementation: ModuleSource;
  /** Those it must not be told from but by what it does. */
  readonly among: readonly Implementation[];
}

export interface Implementation {
  readonly source: ModuleSource;
  readonly isCorrect: boolean;
}

/** Another way to run them, where they are not trusted; a student's copy has none. */
export interface ServedStudentTests {
  /** @throws NotWrittenFault if there are no tests yet. */
  run(subject: Subject, options: StudentTestsOptions): Promise<StudentTestsRun>;
}

export interface StudentTestsParts {
  readonly freshWorld: (settings: object) => World;
  readonly served?: ServedStudentTests | undefined;
  /** What runs came to, so that none is needed twice. */
  readonly known?: Map<string, Promise<StudentTestsRun>> | undefined;
}

export class StudentTests {
  constructor(private readonly subject: Subject, private readonly parts: StudentTestsParts) {}

  /** @throws NotWrittenFault if there are no tests yet. */
  async run(options: StudentTestsOptions): Promise<StudentTestsRun> {
    const {served, known} = this.parts;
    if (served !== undefined) return served.run(this.subject, options);
    const tests = expectTests(this.subject, options);
    const key = `${tests.file}\n${options.implementation.file}`;
    const run = known?.get(key) ?? this.runHere(tests, options);
    known?.set(key, run);
    return run;
  }

  private runHere(tests: ModuleSource, options: StudentTestsOptions): Promise<StudentTestsRun> {
    const {implementation, contract} = options;
    const world = this.parts.freshWorld({tests: moduleOf(options), contract, here: HERE});
    return runIn(world, tests, {options, modules: {[HERE]: implementation}});
  }
}

/** A host loads a file once, so runs on it would come to the same each time. */
const knownOn = new WeakMap<Host, Map<string, Promise<StudentTestsRun>>>();

export function runsKnownOn(host: Host): Map<string, Promise<StudentTestsRun>> {
  let known = knownOn.get(host);
  if (known === undefined) knownOn.set(host, known = new Map());
  return known;
}

/** @throws NotWrittenFault */
export function expectTests(subject: Subject, options: StudentTestsOptions): ModuleSource {
  const tests = sourceOf(subject, options.file);
  if (!fs.existsSync(tests.file)) throw notWritten(options, tests);
  return tests;
}

/** Runs the tests in a world that nothing has happened in. @throws NotWrittenFault */
export async function runIn(world: World, tests: ModuleSource, {options, modules = {}}: {
  readonly options: StudentTestsOptions;
  /** Further modules of their box. */
  readonly modules?: Readonly<Record<string, ModuleSource>>;
}): Promise<StudentTestsRun> {
  const name = moduleOf(options);
  world.add({
    id: BOX, program: PROGRAMS.studentTests, packages: ['chai'], provides: PROVIDED_NAMES,
    modules: {
      '#raft': {file: path.join(root, 'harness/raft/index.ts'), shownAs: 'harness/raft/index.ts'},
      ...modules,
      [`#solution/${options.module}`]: SERVED,
      [name]: tests,
    },
  }, [BOX]);
  const answer = await answerOf(world);
  if (answer instanceof LabFailure) return {passed: [], failed: [], stopped: answer};
  if (answer.length === 0) throw notWritten(options, tests);
  return {
    passed: answer.filter(({passed}) => passed).map(({title}) => title),
    failed: answer.filter(({passed}) => !passed).map(result => failedTest(result, name, tests)),
  };
}

/** What the tests are called in their box. */
export function moduleOf({file}: StudentTestsOptions): string {
  return `#solution/${path.basename(file, '.ts')}`;
}

async function answerOf(world: World): Promise<readonly StudentTestResult[] | LabFailure> {
  try {
    world.boot(BOX);
    const call = world.call(BOX, 'run', {});
    await world.run(PATIENCE_MS, () => call.done);
    return call.value === undefined ? neverEnded() : resultsIn(call.value);
  } catch (error) {
    if (error instanceof LabFailure) return error;
    if (error instanceof BadResults) return noResults(error);
    throw error;
  } finally {
    world.end();
  }
}

function failedTest(
  {title, error}: StudentTestResult, module: string, tests: ModuleSource,
): FailedTest {
  const own = (error?.frames ?? []).filter(frame => frame.module === module)
    .map(frame => ({...frame, name: ''}));
  return {
    title,
    said: error === undefined ? 'failed' : `${error.name}: ${error.message}`,
    frames: describeFrames(own, {[module]: tests}),
  };
}

function neverEnded(): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: 'Your tests came to no end — a test ends when it returns, calls done(), or its ' +
      'promise is settled.',
  });
}

function noResults({message}: BadResults): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `Your tests came to nothing that can be read — ${message}.`,
  });
}

function notWritten({lab}: StudentTestsOptions, {shownAs}: ModuleSource): NotWrittenFault {
  return new NotWrittenFault({lab, functionName: 'describe', file: shownAs, line: null});
}
