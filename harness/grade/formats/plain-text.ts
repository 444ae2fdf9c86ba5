/**
 * Makes text that a student's code may have written harmless and readable in any report.
 *
 * Promises: what comes out is well-formed Unicode of bounded length without control characters but
 * newline and tab, without escape sequences of terminals, without marks that turn the direction of
 * writing, and without what XML, JSON databases or old JavaScript cannot hold. Ordinary text comes
 * out as it went in.
 * Read next: groups.ts.
 */
import {toUSVString} from 'node:util';

/** Of a failure's text: some five screens. */
export const TEXT_MOST = 8_000;
const LINE_MOST = 400;

/** What programs write to colour a terminal, to move its cursor, or to set its title. */
const SEQUENCES = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?/g;
const OPERATING_SYSTEM_COMMANDS = /\x1b[\]PX^_][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)?/g;
/** Controls, marks of direction, and code points that are no characters. */
const UNFIT =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const SEPARATORS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Several lines. What is cut off is said. */
export function plainText(text: string, most = TEXT_MOST): string {
  // Cut first, so that a huge text costs nothing; twice the length leaves room for what is removed.
  const clean = cleaned(text.slice(0, 2 * most));
  if (clean.length <= most && text.length <= 2 * most) return clean;
  return `${toUSVString(clean.slice(0, most))}\n… (cut here: ${text.length} characters in all)`;
}

/** The same on one line, for titles and cells. */
export function oneLine(text: string, most = LINE_MOST): string {
  const clean = cleaned(text.slice(0, 2 * most)).replace(/\s+/g, ' ').trim();
  return clean.length <= most && text.length <= 2 * most
    ? clean : `${toUSVString(clean.slice(0, most - 1)).replace(/\ufffd$/, '')}…`;
}

function cleaned(text: string): string {
  return toUSVString(text)
    .replace(SEPARATORS, '\n')
    .replace(OPERATING_SYSTEM_COMMANDS, '').replace(SEQUENCES, '')
    .replace(UNFIT, '\ufffd');
}

/**
 * For what is printed within a GitHub workflow: there `::` at the start of a line, and `##[`
 * anywhere, begin a command to the runner.
 */
export function withoutCommands(text: string): string {
  return text.replace(/:(?=:)/g, ': ').replace(/##(?=\[)/g, '## ');
}

/**
 * For a cell that a spreadsheet must not take for a formula. The apostrophe is how spreadsheets
 * themselves mark text.
 */
export function plainCell(text: string, most = LINE_MOST): string {
  const line = oneLine(text, most);
  return /^[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(line) ? `'${line}` : line;
}

/** Names of files made from names of submissions: one each, fit for every file system. */
export function fileNames(submissions: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const submission of submissions) {
    const plain = oneLine(submission, 80).replace(/[^\p{L}\p{N}._@+ -]/gu, '_')
      .replace(/^[. -]+|[. ]+$/g, '').replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1');
    const base = plain === '' ? '_' : plain;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}-${n}`;
    taken.add(name.toLowerCase());
    names.set(submission, name);
  }
  return names;
}
