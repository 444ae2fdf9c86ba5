/**
 * The end of a report: failures in full, tests skipped, type errors, points, and the sum.
 *
 * Promises: what to do comes last; the wall clock appears in one line only, 'Took 0.8 s'.
 * Read next: render-failure.ts.
 */
import {headingOf} from '../scenario/outcome';
import type {ScenarioResult} from '../scenario/outcome';
import type {LabReportOptions} from './lab-report';
import type {Look, Paint} from './look';
import {paintFor, tidy} from './look';
import type {PlainTest} from './plain-test';
import {renderError} from './plain-test';
import {renderFailure} from './render-failure';
import {alignColumns, counted, wrap} from './text-layout';

export interface TypeErrorLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export interface ReportEnd {
  readonly typeErrors?: readonly TypeErrorLine[];
  /** Wall-clock time of the whole run; the caller measures it. */
  readonly tookMs?: number;
}

/** Either a scenario or a test that is none. */
export interface NumberedFailure {
  readonly number: number;
  readonly result?: ScenarioResult;
  readonly test?: PlainTest;
}

interface Ending {
  readonly results: readonly ScenarioResult[];
  readonly plainTests: readonly PlainTest[];
  readonly failures: readonly NumberedFailure[];
  readonly end: ReportEnd;
  readonly options: LabReportOptions;
}

export function endingLines(ending: Ending): string[] {
  const paint = paintFor(ending.options);
  const blocks = [
    ...ending.failures.filter(failure => firstLike(failure, ending.failures) === failure)
      .map(failure => [
        ...failureLines(failure, ending.options, paint), ...alike(failure, ending.failures),
      ]),
    skippedLines(ending.plainTests).map(line => tidy(line, ending.options)),
    typeErrorLines(ending.end.typeErrors ?? [], ending.options, paint),
    sumLines(ending, paint),
  ];
  return blocks.filter(block => block.length > 0).flatMap(block => ['', ...block])
    .map(line => line.trimEnd());
}

/** One mistake fails many claims: the first that says a thing tells it for all. */
function firstLike(
  failure: NumberedFailure, failures: readonly NumberedFailure[],
): NumberedFailure {
  const said = whatItSays(failure);
  return failures.find(other => said !== null && whatItSays(other) === said) ?? failure;
}

/** The numbers of the failures that a told one stands for. */
function alike(told: NumberedFailure, failures: readonly NumberedFailure[]): string[] {
  const others = failures.filter(other => other !== told && firstLike(other, failures) === told);
  if (others.length === 0) return [];
  const numbers = others.map(({number}) => `${number})`).join(' ');
  return ['', ...wrap(`${others.length} more ${others.length === 1 ? 'fails' : 'fail'} with the ` +
    `same words: ${numbers}`, 90).map(line => `     ${line}`)];
}

/** The claim and where it leads, whichever servers it is about. */
function whatItSays({result}: NumberedFailure): string | null {
  const parts = result?.shown.failure?.parts;
  if (parts === undefined) return null;
  return [parts.claim, parts.stack?.[0] ?? ''].join('\n').replace(/\bS\d+\b/g, 'S');
}

function failureLines(
  failure: NumberedFailure, options: LabReportOptions, paint: Paint,
): string[] {
  const {number, result, test} = failure;
  const [outer, title, body] = result === undefined
    ? [test?.path.join(', ') ?? '', test?.title ?? '', renderError(test?.error, options)]
    : [headingOf(result), `${result.section}  ${result.title}`,
      renderFailure(result, {...options, ...tracePath(result, options)})];
  return [
    `  ${number}) ${tidy(outer, options)}`,
    `       ${paint.bold(tidy(title, options))}:`,
    ...body.map(line => line === '' ? '' : `     ${line}`),
  ];
}

function tracePath(
  result: ScenarioResult, options: LabReportOptions,
): {readonly tracePath?: string} {
  const path = options.tracePathOf?.(result) ?? null;
  return path === null ? {} : {tracePath: path};
}

function skippedLines(tests: readonly PlainTest[]): string[] {
  const skipped = tests.filter(test => test.state === 'skipped');
  if (skipped.length === 0) return [];
  return ['Skipped:', ...alignColumns(skipped.map(({path, title, reason}) => (
    ['', [...path, title].join(' · '), reason ?? 'no reason given']
  )))];
}

function typeErrorLines(
  errors: readonly TypeErrorLine[], look: Look, paint: Paint,
): string[] {
  if (errors.length === 0) return [];
  return [
    paint.bold(`${counted(errors.length, 'type error')}, told beside the tests:`),
    ...errors.map(({file, line, column, text}) => (
      `  ${file}:${line}:${column}  ${tidy(text, look)}`
    )),
  ];
}

function sumLines(ending: Ending, paint: Paint): string[] {
  const {results, plainTests, end} = ending;
  const passed = results.filter(result => result.verdict === 'passed').length
    + plainTests.filter(test => test.state === 'passed').length;
  const skipped = plainTests.filter(test => test.state === 'skipped').length;
  const failed = results.length + plainTests.length - passed - skipped;
  const unwritten = results.filter(result => result.verdict === 'not written').length;
  const sum = `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
  return [
    ...pointLines(results).map(line => tidy(line, ending.options)),
    ...end.tookMs === undefined ? [] : [`Took ${(end.tookMs / 1000).toFixed(1)} s`],
    ...unwrittenLine(unwritten, failed),
    paint.bold(failed === 0 ? paint.green(sum) : paint.red(sum)),
  ];
}

function unwrittenLine(unwritten: number, failed: number): string[] {
  if (unwritten === 0) return [];
  if (unwritten === failed) {
    const who = ['', 'The one failed scenario waits', 'Both failed wait'][unwritten]
      ?? `All ${failed} failed wait`;
    return [`${who} for functions not written yet.`];
  }
  return [`${unwritten} of the ${failed} failed wait for functions not written yet.`];
}

/** Points of each lab, and their sum if there are several labs. */
function pointLines(results: readonly ScenarioResult[]): string[] {
  const labs = new Map<string, {got: number; of: number}>();
  for (const result of results.filter(({isHidden}) => isHidden !== true)) {
    const sum = labs.get(headingOf(result)) ?? {got: 0, of: 0};
    sum.of += result.points;
    if (result.verdict === 'passed') sum.got += result.points;
    labs.set(headingOf(result), sum);
  }
  const rows = [...labs].filter(([, {of}]) => of > 0);
  const total = {got: 0, of: 0};
  for (const [, {got, of}] of rows) {
    total.got += got;
    total.of += of;
  }
  if (total.of === 0) return [];
  const all = `${points(total.got)} of ${points(total.of)} points`;
  if (rows.length === 1) return [all];
  return [...alignColumns(rows.map(([lab, {got, of}]) => (
    [lab, points(got), 'of', points(of)]
  )), ['left', 'right', 'left', 'right']), all];
}

/** Points may be halves; sums of them must not show what binary fractions do. */
function points(count: number): string {
  return String(Math.round(count * 100) / 100);
}
