/**
 * What `npm test -- <lab>` prints, while the results come in.
 *
 * A line a passing scenario; failures are numbered where they happen and told in full at the end;
 * scenarios that wait for a function are told once a function.
 * Promises: two runs of the same code print the same text but for the one line that says how long
 * it took. The last line is 'N passed, N failed', with ', N skipped' if any test was skipped.
 * Read next: report-ending.ts.
 */
import {headingOf} from '../scenario/outcome';
import type {LabName, ScenarioResult} from '../scenario/outcome';
import type {Look, Paint} from './look';
import {paintFor, tidy} from './look';
import {notWrittenLines} from './not-written';
import type {PlainTest} from './plain-test';
import type {NumberedFailure, ReportEnd} from './report-ending';
import {endingLines} from './report-ending';

const WIDTH = 100;

export interface LabReportOptions extends Look {
  readonly write: (text: string) => void;
  /** What is tested and who said so: 'reference (from package.json)'. */
  readonly subject?: string;
  /** The names of labs by number, so that a lab not run can be pointed to. */
  readonly labNames?: ReadonlyMap<number, string>;
  /** Where the picture of a failure was written, if it was. */
  readonly tracePathOf?: (result: ScenarioResult) => string | null;
}

export class LabReport {
  private readonly paint: Paint;
  private readonly results: ScenarioResult[] = [];
  private readonly plainTests: PlainTest[] = [];
  private readonly failures: NumberedFailure[] = [];
  private readonly labNames: Map<number, string>;
  private waiting: ScenarioResult[] = [];
  private lab: LabName | null = null;
  private headings: readonly string[] = [];
  private begun = false;

  constructor(private readonly options: LabReportOptions) {
    this.paint = paintFor(options);
    this.labNames = new Map(options.labNames ?? []);
  }

  /** The results that follow are this lab's. */
  begin(lab: LabName): void {
    if (this.lab !== null && headingOf(this.lab) === headingOf(lab)) return;
    this.finishLab();
    this.start();
    this.lab = lab;
    this.labNames.set(lab.lab, lab.labName);
    this.print('', this.paint.bold(this.clean(headingOf(lab))));
  }

  /** One scenario is over. Begins its lab if nobody did. */
  result(result: ScenarioResult): void {
    this.begin(result);
    this.results.push(result);
    if (result.verdict === 'not written') {
      this.waiting.push(result);
      return;
    }
    this.heading([`${result.section}  ${result.group}`.trim()], 1);
    if (result.verdict === 'failed') {
      this.failLine(result.title, {result});
      return;
    }
    this.passLine(result.title, costs(result));
    const trace = this.options.tracePathOf?.(result) ?? null;
    if (trace !== null) this.print(this.clean(`      ${trace}`));
  }

  /** One test that is no scenario is over. */
  plainTest(test: PlainTest): void {
    if (this.lab !== null) this.finishLab();
    this.start();
    this.plainTests.push(test);
    this.heading(test.path, 0);
    if (test.state === 'passed') this.passLine(test.title, '');
    else if (test.state === 'failed') this.failLine(test.title, {test});
    else this.row('-', `${test.title}   (skipped)`, '');
  }

  /** Everything is over: failures in full, type errors, points, and the sum. */
  end(end: ReportEnd = {}): void {
    this.finishLab();
    this.start();
    const {options, results, plainTests, failures} = this;
    this.print(...endingLines({results, plainTests, failures, end, options}));
  }

  private start(): void {
    if (this.begun) return;
    this.begun = true;
    const {subject} = this.options;
    if (subject !== undefined) this.print(this.clean(`Subject: ${subject}`));
  }

  private finishLab(): void {
    const lines = notWrittenLines(this.waiting, this.labNames);
    if (lines.length > 0) this.print('', ...lines.map(line => this.clean(`  ${line}`)));
    this.waiting = [];
    this.lab = null;
    this.headings = [];
  }

  /** Prints those of the headings around a test that differ from the last test's. */
  private heading(path: readonly string[], level: number): void {
    const same = path.findIndex((name, depth) => name !== this.headings[depth]);
    if (same === -1 && path.length === this.headings.length) return;
    const from = same === -1 ? path.length : same;
    if (from === 0) this.print('');
    path.slice(from).forEach((name, offset) => {
      this.print(this.clean(`${'  '.repeat(level + from + offset)}${name}`));
    });
    this.headings = path;
  }

  private passLine(title: string, right: string): void {
    this.row(this.paint.green(this.clean('✔')), title, right);
  }

  private failLine(title: string, failed: Omit<NumberedFailure, 'number'>): void {
    const number = this.failures.length + 1;
    this.failures.push({...failed, number});
    this.row(this.paint.red(this.clean('✘')), `${number}) ${title}`, '');
  }

  /** A line of a test: its mark, its title, and what it cost at the right edge. */
  private row(mark: string, title: string, right: string): void {
    const depth = this.lab === null ? this.headings.length : 2;
    const text = `${'  '.repeat(depth)}${mark} ${this.clean(title)}`;
    const seen = text.replace(/\u001b\[\d+m/g, '').length;
    const gap = Math.max(3, WIDTH - seen - right.length);
    this.print(right === '' ? text : `${text}${' '.repeat(gap)}${this.paint.dim(right)}`);
  }

  private clean(text: string): string {
    return tidy(text, this.options);
  }

  private print(...lines: readonly string[]): void {
    this.options.write(lines.map(line => `${line}\n`).join(''));
  }
}

/** What a passing scenario cost; a scenario without a world cost nothing worth a word. */
function costs(result: ScenarioResult): string {
  const {virtualMs, requests, bytes} = result.shown;
  const parts = result.seedsRun > 1 ? [`seeds=${result.seedsRun}`] : [];
  if (virtualMs > 0) parts.push(`t=${Math.round(virtualMs)}ms`.padStart(9));
  if (requests > 0) parts.push(`rpcs=${requests}`.padStart(9));
  if (bytes > 0) parts.push(sizeOf(bytes).padStart(7));
  return parts.join('  ');
}

/** '800 B', '14 kB', '1.2 MB'. */
function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
