/**
 * Tests that are no scenarios: the kit's own and the students'. One line each, a short failure.
 *
 * Promises: a failure says what differs and where, and shows only frames of the project's files.
 * Read next: lab-report.ts.
 */
import {LabFailure} from '../world/lab-failure';
import type {Look} from './look';
import {tidy} from './look';
import {renderParts} from './render-failure';
import {wrap} from './text-layout';

const FRAMES_SHOWN = 5;
const MESSAGE_LINES = 12;
const WIDTH = 95;

export interface PlainTest {
  /** The names of the suites around it, outermost first. */
  readonly path: readonly string[];
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly error?: unknown;
  /** Why it was skipped. */
  readonly reason?: string;
}

/** The lines of a failed test, not indented. */
export function renderError(error: unknown, look: Look): string[] {
  if (error instanceof LabFailure) {
    return [...renderParts(error.parts, look), ...projectFrames(error.stack ?? '', look)];
  }
  if (!(error instanceof Error)) return [tidy(`thrown: ${String(error)}`, look)];
  const message = error.message === '' ? error.name : error.message;
  const lines = message.split('\n').slice(0, MESSAGE_LINES)
    .flatMap(line => wrap(tidy(line, look), WIDTH));
  return [...lines, ...difference(error, look), ...projectFrames(error.stack ?? '', look)];
}

/** The first line where two long texts differ: what a reader of a golden file looks for. */
function difference(error: Error, look: Look): string[] {
  const {actual, expected} = error as {readonly actual?: unknown; readonly expected?: unknown};
  const [got, wanted] = [textOf(actual), textOf(expected)];
  if (got === wanted || !`${got}${wanted}`.includes('\n')) return [];
  const gotLines = got.split('\n');
  const wantedLines = wanted.split('\n');
  const at = wantedLines.findIndex((line, position) => line !== gotLines[position]);
  const first = at === -1 ? wantedLines.length : at;
  return [
    `The first difference is in line ${first + 1}:`,
    `  wanted  ${shownLine(wantedLines[first], look)}`,
    `  got     ${shownLine(gotLines[first], look)}`,
  ];
}

function shownLine(line: string | undefined, look: Look): string {
  return line === undefined ? '(the end)' : tidy(line, look);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? '';
}

/** Frames outside node_modules and Node.js, with paths from the project's folder. */
export function projectFrames(stack: string, look: Look): string[] {
  const root = `${process.cwd()}/`;
  return stack.split('\n')
    .filter(line => /^\s+at /.test(line))
    .filter(line => !/node_modules|node:|<anonymous>|\(native\)/.test(line))
    .slice(0, FRAMES_SHOWN)
    .map(line => ` ${tidy(line.trim(), look).replace('file://', '').replace(root, '')}`);
}
