/**
 * Runs a scenario as the body of a mocha test.
 *
 * Promises: the result is left on mocha's test as `flotilla`, where the reporter finds it; the
 * error that makes mocha count a failure carries the claim only.
 * Read next: report/mocha-reporter.ts.
 */
import {InProcessHost} from '../host/in-process-host';
import {Watchdog} from '../host/watchdog';
import type {ScenarioDefinition} from './definition';
import type {ScenarioResult} from './outcome';
import {registry} from './registry';
import {resultOf} from './results';
import type {ResultOptions} from './results';
import {findSubject} from './subject';

/** A scenario did not pass; its result says why. */
export class ScenarioFailed extends Error {
  override readonly name = 'ScenarioFailed';

  constructor(readonly result: ScenarioResult) {
    const {failure, notWritten} = result.shown;
    super(failure?.parts.claim ?? `${notWritten?.functionName ?? '?'}() is not written yet`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Where a scenario's result is kept for the reporter. */
export interface TestWithResult {
  flotilla?: ScenarioResult;
}

export function runForMocha(definition: ScenarioDefinition): Mocha.AsyncFunc {
  return async function run(this: Mocha.Context): Promise<void> {
    // Virtual time has limits of its own, and the watchdog ends what does not end.
    this.timeout(0);
    const options = optionsForMocha();
    const result = await resultOf(definition, options);
    await options.onResult?.(definition, result);
    if (this.test !== undefined) (this.test as TestWithResult).flotilla = result;
    if (result.verdict !== 'passed') throw new ScenarioFailed(result);
  };
}

/** What the command line chose; mocha started by hand gets the default subject. */
function optionsForMocha(): ResultOptions {
  registry.options ??= {
    subject: findSubject(), host: new InProcessHost({watchdog: Watchdog.start()}),
  };
  return registry.options;
}
