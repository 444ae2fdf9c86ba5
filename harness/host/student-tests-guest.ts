/**
 * The program of a box that runs a student's own tests on one implementation.
 *
 * The box's import table says which implementation `#solution/…` is; `settings.tests` names the
 * test file. The only call is `run`; its result has one entry for each test.
 * Promises: a test that fails is an answer. What concerns the box itself (a forbidden import, a
 * function not written yet, a loop) ends it, as in any box.
 * Read next: test-collector.ts.
 */
import type {Guest, GuestContext} from './guest';
import {ScriptError, thrownAs} from './scripted-errors';
import {TEST_NAMES, TestCollector} from './test-collector';
import type {StudentTestResult} from './test-collector';

export function boot(context: GuestContext): Guest {
  const testFile = String(context.settings['tests']);
  return {
    receive(): void {
      throw new ScriptError('students\' tests receive no messages');
    },
    call(callId: number, method: string): void {
      if (method !== 'run') throw new ScriptError(`students' tests have no call '${method}'`);
      // A rejection is what the host must know of: nobody catches it here.
      void runTests(testFile).then(results => context.result(callId, results));
    },
  };
}

async function runTests(testFile: string): Promise<readonly StudentTestResult[]> {
  const collector = new TestCollector();
  const globals = collector.globals();
  for (const name of TEST_NAMES) Object.defineProperty(globalThis, name, {value: globals[name]});
  try {
    // The box's own require, which serves the box's import table.
    require(testFile);
  } catch (error) {
    return [{title: 'loading the file', passed: false, error: thrownAs(error)}];
  }
  return collector.run();
}
