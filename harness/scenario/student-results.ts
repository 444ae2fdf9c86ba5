/**
 * What a box says its tests came to, taken for what it is: the word of code that nobody trusts.
 *
 * Promises: results of another shape, and more than any test file has, are refused; texts are cut
 * and hold no control characters.
 * Read next: student-tests.ts.
 */
import type {Thrown, ThrownFrame} from '../host/script';
import type {StudentTestResult} from '../host/test-collector';

const TESTS_MOST = 5_000;
const TITLE_CHARACTERS = 300;
const MESSAGE_CHARACTERS = 2_000;
const FRAMES_MOST = 5;
/** All but the end of a line. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** The box's results were none. */
export class BadResults extends Error {
  override readonly name = 'BadResults';
}

type Fields = Readonly<Record<string, unknown>>;

/** @throws BadResults */
export function resultsIn(text: string): readonly StudentTestResult[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || value.length > TESTS_MOST) throw new BadResults('no list of tests');
  return value.map(resultOf);
}

function resultOf(value: unknown): StudentTestResult {
  const {title, passed, error} = fieldsOf(value);
  if (typeof passed !== 'boolean') throw new BadResults('a test that neither passed nor failed');
  const named = textOf(title, TITLE_CHARACTERS);
  if (error === undefined) return {title: named, passed};
  return {title: named, passed, error: thrown(error)};
}

function thrown(value: unknown): Thrown {
  const {name, message, frames} = fieldsOf(value);
  if (!Array.isArray(frames)) throw new BadResults('an error without frames');
  return {
    name: textOf(name, TITLE_CHARACTERS), message: textOf(message, MESSAGE_CHARACTERS),
    frames: frames.slice(0, FRAMES_MOST).map(frameOf),
  };
}

function frameOf(value: unknown): ThrownFrame {
  const {name, module, line} = fieldsOf(value);
  if (!Number.isSafeInteger(line)) throw new BadResults('a frame without a line');
  return {
    name: textOf(name, TITLE_CHARACTERS), module: textOf(module, TITLE_CHARACTERS),
    line: line as number,
  };
}

function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null) return value as Fields;
  throw new BadResults('a part that is no object');
}

function textOf(value: unknown, most: number): string {
  if (typeof value !== 'string') throw new BadResults('a part that is no text');
  const shown = value.replace(CONTROL, '\ufffd');
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}
