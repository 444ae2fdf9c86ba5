/**
 * A mocha reporter that prints scenarios and plain tests as one report.
 *
 * A test that carries `flotilla` is a scenario: what it came to is in there, whatever mocha thinks.
 * All others are printed by their titles. A reason for skipping goes into `skipReason`.
 * Promises: thin; all text is lab-report.ts's. Mocha measures the time, nothing here does.
 * Read next: lab-report.ts.
 */
import type {ScenarioResult} from '../scenario/outcome';
import type {LabReportOptions} from './lab-report';
import type {PlainTest} from './plain-test';
import {LabReport} from './lab-report';
import {chooseLook} from './look';
import type {TypeErrorLine} from './report-ending';

export interface FlotillaTest {
  /** What the scenario came to. */
  flotilla?: ScenarioResult;
  skipReason?: string;
}

/** What a caller may set through mocha's `reporterOptions`. */
export interface ReporterOptions extends Partial<LabReportOptions> {
  /** Asked for when all tests are over; may wait for a compiler that runs beside them. */
  readonly typeErrors?: () => readonly TypeErrorLine[] | Promise<readonly TypeErrorLine[]>;
  /** Tests that ran in another process; asked for when all tests of this one are over. */
  readonly beside?: () => Promise<readonly PlainTest[]>;
}

const NO_STATS: Mocha.Stats = {suites: 0, tests: 0, passes: 0, pending: 0, failures: 0};

export class FlotillaReporter implements Mocha.reporters.Base {
  readonly stats: Mocha.Stats;
  readonly failures: Mocha.Test[] = [];
  private readonly report: LabReport;
  private readonly options: ReporterOptions;

  constructor(
    readonly runner: Mocha.Runner,
    mochaOptions: {readonly reporterOptions?: ReporterOptions} = {},
  ) {
    this.stats = runner.stats ?? NO_STATS;
    this.options = mochaOptions.reporterOptions ?? {};
    const asked = {plain: isOn(this.options.plain), terminal: process.stdout.isTTY};
    this.report = new LabReport({
      write: text => {
        process.stdout.write(text);
      },
      ...this.options,
      ...chooseLook(asked, process.env),
      ...this.options.colour === undefined ? {} : {colour: isOn(this.options.colour)},
    });
    runner.on('pass', test => this.add(test, 'passed'));
    runner.on('fail', (test, error) => this.add(test, 'failed', error));
    runner.on('pending', test => this.add(test, 'skipped'));
  }

  /** Mocha calls this after the last test. */
  async done(failures: number, exit?: (failures: number) => void): Promise<void> {
    for (const test of await this.options.beside?.() ?? []) this.report.plainTest(test);
    this.epilogue(await this.options.typeErrors?.() ?? []);
    // Whoever ends the process next would cut off what a pipe has not taken yet.
    if (this.options.write === undefined) {
      await new Promise<void>(resolve => {
        process.stdout.write('', () => resolve());
      });
    }
    exit?.(failures);
  }

  epilogue(typeErrors: readonly TypeErrorLine[] = []): void {
    const {duration: tookMs} = this.stats;
    this.report.end({typeErrors, ...tookMs === undefined ? {} : {tookMs}});
  }

  private add(
    test: Mocha.Test & FlotillaTest, state: 'passed' | 'failed' | 'skipped', error?: unknown,
  ): void {
    if (state === 'failed') this.failures.push(test);
    if (test.flotilla !== undefined && state !== 'skipped') {
      this.report.result(test.flotilla);
      return;
    }
    const path = test.titlePath();
    const reason = test.skipReason;
    this.report.plainTest({
      path: path.slice(0, -1), title: path.at(-1) ?? '', state, error,
      ...reason === undefined ? {} : {reason},
    });
  }
}

/** Options from the command line arrive as text. */
function isOn(value: unknown): boolean {
  return value !== undefined && value !== false && value !== 'false';
}
