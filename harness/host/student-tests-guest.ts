/**
 * The program of a box that runs a student's own tests on one implementation.
 *
 * The tests do not get the implementation: '#solution/…' is a class of the same names that asks
 * for everything. In grading the host answers, from a process that the tests cannot see; at home
 * the implementation is in this box, behind the same questions, so that a score means the same.
 * `settings.tests` names the test file, `settings.contract` what of the implementation is served,
 * `settings.here` the implementation if it is in this box. The only call is `run`; its result has
 * one entry for each test.
 * Promises: a test that fails is an answer. What concerns the box itself (a forbidden import, a
 * function not written yet, a loop) ends it, as in any box.
 * Read next: test-collector.ts; served/served-class.ts.
 */
import type {Guest, GuestContext} from './guest';
import {ScriptError, thrownAs} from './scripted-errors';
import {cloneMirrorsToo} from './served/clone';
import type {Contract} from './served/messages';
import {QuestionPipe} from './served/question-pipe';
import {offer} from './served/served-class';
import {Service} from './served/service';
import {TEST_NAMES, TestCollector} from './test-collector';
import type {StudentTestResult} from './test-collector';

/** A line from the host: a question about an object of the tests', or an answer. */
const QUESTION = '?';

export function boot(context: GuestContext): Guest {
  const testFile = String(context.settings['tests']);
  return {
    receive(): void {
      throw new ScriptError('students\' tests receive no messages');
    },
    call(callId: number, method: string): void {
      if (method !== 'run') throw new ScriptError(`students' tests have no call '${method}'`);
      // A rejection is what the host must know of: nobody catches it here.
      void runTests(testFile, context).then(results => context.result(callId, results));
    },
  };
}

async function runTests(
  testFile: string, context: GuestContext,
): Promise<readonly StudentTestResult[]> {
  const collector = new TestCollector();
  const globals = collector.globals();
  for (const name of TEST_NAMES) Object.defineProperty(globalThis, name, {value: globals[name]});
  cloneMirrorsToo();
  const link = context.settings['here'] === undefined ? linkByPipe(context) : linkHere(context);
  try {
    // The box's own require, which serves the box's import table.
    require(testFile);
  } catch (error) {
    link.expectOpen();
    return [{title: 'loading the file', passed: false, error: thrownAs(error)}];
  }
  const results = await collector.run();
  link.expectOpen();
  return results;
}

interface Link {
  /** @throws what ended it, though the tests may have caught it */
  expectOpen(): void;
}

/** The implementation answers from this box. */
function linkHere({settings, progress}: GuestContext): Link {
  const module = String(settings['here']);
  const contract = settings['contract'] as object as Contract;
  const end: {reason?: unknown} = {};
  const expectOpen = (): void => {
    if ('reason' in end) throw end.reason;
  };
  const attend = offer(contract, text => {
    expectOpen();
    progress?.();
    try {
      return service.answer(text);
    } catch (error) {
      end.reason = error;
      throw error;
    }
  });
  const service = new Service({
    contract, module, exports: require(module) as object, ask: attend,
  });
  return {expectOpen};
}

/** The host answers. If it cannot, it ends this process. */
function linkByPipe({settings, progress}: GuestContext): Link {
  const pipe = new QuestionPipe();
  const attend = offer(settings['contract'] as object as Contract, text => {
    progress?.();
    let line = pipe.ask(text);
    while (line.startsWith(QUESTION)) line = pipe.ask(attend(line.slice(1)));
    return line.slice(1);
  });
  return {expectOpen: () => undefined};
}
