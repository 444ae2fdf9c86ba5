/**
 * Students' own tests: run on an implementation that is not theirs, in a box like any other.
 *
 * Promises: every run has a world and a box of its own, so that one run cannot spoil the next.
 * A test that throws is an answer; what stops the whole box is told as `stopped`, since on a broken
 * implementation that counts as noticing.
 * Read next: host/student-tests-guest.ts; tests/1-log, how it is used.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {ModuleSource} from '../host/box';
import {root} from '../host/register.js';
import {describeFrames} from '../host/script';
import type {StudentTestResult} from '../host/test-collector';
import {TEST_NAMES} from '../host/test-collector';
import {LabFailure} from '../world/lab-failure';
import type {World} from '../world/world';
import {NotWrittenFault} from './fault-watch';
import {PROGRAMS, sourceOf} from './subject';
import type {Subject} from './subject';

/** A test that waits for a timer gets this much virtual time. */
const PATIENCE_MS = 60_000;
const BOX = 'Your test file';

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
  /** The implementation behind that import. */
  readonly implementation: ModuleSource;
}

export class StudentTests {
  constructor(
    private readonly subject: Subject,
    private readonly freshWorld: (settings: object) => World,
  ) {}

  /** @throws NotWrittenFault if there are no tests yet. */
  async run(options: StudentTestsOptions): Promise<StudentTestsRun> {
    const tests = sourceOf(this.subject, options.file);
    if (!fs.existsSync(tests.file)) throw notWritten(options, tests);
    const name = `#solution/${path.basename(options.file, '.ts')}`;
    const modules: Record<string, ModuleSource> = {
      '#raft': {file: path.join(root, 'harness/raft/index.ts'), shownAs: 'harness/raft/index.ts'},
      [`#solution/${options.module}`]: options.implementation,
      [name]: tests,
    };
    const answer = await this.answerOf(name, modules);
    if (answer instanceof LabFailure) return {passed: [], failed: [], stopped: answer};
    if (answer.length === 0) throw notWritten(options, tests);
    return {
      passed: answer.filter(({passed}) => passed).map(({title}) => title),
      failed: answer.filter(({passed}) => !passed).map(result => failedTest(result, name, tests)),
    };
  }

  private async answerOf(
    tests: string, modules: Readonly<Record<string, ModuleSource>>,
  ): Promise<readonly StudentTestResult[] | LabFailure> {
    const world = this.freshWorld({tests});
    world.add({
      id: BOX, program: PROGRAMS.studentTests, modules,
      packages: ['chai'], provides: TEST_NAMES,
    }, [BOX]);
    try {
      world.boot(BOX);
      const call = world.call(BOX, 'run', {});
      await world.run(PATIENCE_MS, () => call.done);
      return call.value === undefined
        ? neverEnded() : JSON.parse(call.value) as readonly StudentTestResult[];
    } catch (error) {
      if (error instanceof LabFailure) return error;
      throw error;
    } finally {
      world.end();
    }
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

function notWritten({lab}: StudentTestsOptions, {shownAs}: ModuleSource): NotWrittenFault {
  return new NotWrittenFault({lab, functionName: 'describe', file: shownAs, line: null});
}
