/**
 * What a test did, as code to paste into a file of one's own.
 *
 * Promises: runs as it stands beside the student's log.ts; nothing in it belongs to the kit.
 * Read next: log-script.ts.
 */
import type {Json, LogEntry} from '#raft';
import {codeOf, isSame} from './log-notation';

/** What a failure shows of a line, and of a block, without cutting it. */
const LINE_WIDTH = 90;
const LINES_AT_MOST = 14;

/** The lines every pasted test begins with. */
export const OPENING: readonly string[] = [
  'import {RaftLog} from \'#solution/log\';',
  'const log = new RaftLog();',
];

/** A step of a script as code, and whether the log must be after it what it was before. */
export interface StepCode {
  readonly code: readonly string[];
  readonly isRefused?: boolean;
}

/** The steps that led to a failure, and the lines that show it, as short as a failure needs. */
export function pasted(steps: readonly StepCode[], shows: readonly string[]): readonly string[] {
  const all = [...steps.flatMap(({code}) => code), ...shows];
  if (all.length <= LINES_AT_MOST) return all;
  const telling = steps.filter(({isRefused}, n) => isRefused !== true || n === steps.length - 1);
  const code = telling.flatMap(step => step.code);
  if (code.length + shows.length <= LINES_AT_MOST) return [...code, ...shows];
  return [...OPENING, ...packed(code.slice(OPENING.length)), ...shows];
}

/** As many statements on a line as it takes. */
function packed(code: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const line of code) {
    const last = lines.at(-1);
    const together = `${last} ${line.trim()}`;
    if (last === undefined || together.length > LINE_WIDTH) lines.push(line);
    else lines[lines.length - 1] = together;
  }
  return lines;
}

/** Prints what an expression comes to, with what it must be. */
export function printCode(
  expression: string | readonly string[], value: Json | undefined,
): readonly string[] {
  const isObject = typeof value === 'object' && value !== null;
  const lines = typeof expression === 'string' ? [expression] : expression;
  const [before, after] = isObject
    ? ['console.log(JSON.stringify(', '));'] : ['console.log(', ');'];
  const wanted = isObject ? JSON.stringify(value) : value === undefined ? 'undefined'
    : codeOf(value);
  const code = lines.map((line, n) =>
    `${n === 0 ? before : ''}${line}${n === lines.length - 1 ? after : ''}`);
  return commented(code, `must be ${wanted}`);
}

/** Prints the terms of a log. */
export function printTermsCode(entries: readonly LogEntry[]): readonly string[] {
  const terms = entries.map(({term}) => term).join(', ');
  return commented(
    ['console.log(log.entriesFrom(1).map(({term}) => term));'], `must be [${terms}]`,
  );
}

/** Prints what a call answers that must be refused. */
export function printRefusalCode(call: readonly string[], naming: string): readonly string[] {
  const code = call.map((line, n) =>
    `${n === 0 ? 'console.log(' : ''}${line}${n === call.length - 1 ? ');' : ''}`);
  return commented(code, `must throw an error that names ${naming}`);
}

/** A call that is refused, so that what follows it runs. */
export function refusedCode(call: readonly string[]): readonly string[] {
  const line = `try { ${call.join(' ')}; } catch {}`;
  if (line.length <= LINE_WIDTH) return [line];
  const body = call.map((part, n) => `  ${part}${n === call.length - 1 ? ';' : ''}`);
  return ['try {', ...body, '} catch {}'];
}

function commented(code: readonly string[], comment: string): readonly string[] {
  const last = `${code.at(-1)}   // ${comment}`;
  if (last.length <= LINE_WIDTH) return [...code.slice(0, -1), last];
  const lines: string[] = [];
  for (let rest = comment; rest !== ''; rest = rest.slice(LINE_WIDTH - 3)) {
    lines.push(`// ${rest.slice(0, LINE_WIDTH - 3)}`);
  }
  return [...code, ...lines];
}

/** A declaration, a list that is long with an item on each line. */
export function constantCode(name: string, value: Json): readonly string[] {
  const line = `const ${name} = ${codeOf(value)};`;
  if (line.length <= LINE_WIDTH || !Array.isArray(value)) return [line];
  return [`const ${name} = [`, ...value.map(item => `  ${codeOf(item)},`), '];'];
}

/** Appends all entries: two by hand, more in one line. */
export function appendAllCode(entries: readonly LogEntry[]): readonly string[] {
  if (entries.length <= 2 || !areDrawn(entries, 0)) {
    return entries.map(entry => `log.append(${codeOf({...entry})});`);
  }
  const terms = `[${entries.map(entry => entry.term).join(', ')}]`;
  const each = '.forEach((term, n) => log.append({term, command: `${n + 1}/${term}`}));';
  return terms.length + each.length <= LINE_WIDTH ? [`${terms}${each}`] : [terms, `  ${each}`];
}

/** A request as a statement. */
export function requestCode(
  prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[],
): readonly string[] {
  const call = appendEntriesCode(prevLogIndex, prevLogTerm, entries, LINE_WIDTH - 1);
  return [...call.slice(0, -1), `${call.at(-1)};`];
}

/** Prints what a request is answered. */
export function printRequestCode(
  prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[], success: boolean,
): readonly string[] {
  return printCode(appendEntriesCode(prevLogIndex, prevLogTerm, entries, LINE_WIDTH - 14), success);
}

/** The call, on one line or two. */
function appendEntriesCode(
  prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[], width: number,
): readonly string[] {
  const before = `log.appendEntries(${prevLogIndex}, ${prevLogTerm},`;
  const listed = listCode(entries, prevLogIndex);
  const line = `${before} ${listed})`;
  return line.length <= width ? [line] : [before, `  ${listed})`];
}

/** The call of any method, a list that makes it long with an item on each line. */
export function callCode(method: string, given: readonly string[]): readonly string[] {
  const line = `log.${method}(${given.join(', ')})`;
  if (line.length <= LINE_WIDTH - 14) return [line];
  return [`log.${method}(${given.slice(0, -1).join(', ')},`, `  ${given.at(-1)})`];
}

/** Entries written out, or made from their terms where that is shorter. */
function listCode(entries: readonly LogEntry[], indexBefore: number): string {
  const plain = `[${entries.map(entry => codeOf({...entry})).join(', ')}]`;
  if (plain.length <= 50 || !areDrawn(entries, indexBefore)) return plain;
  const terms = entries.map(entry => entry.term).join(', ');
  return `[${terms}].map((term, n) => ({term, command: \`\${n + ${indexBefore + 1}}/\${term}\`}))`;
}

/** Whether the commands are those that drawn entries have. */
function areDrawn(entries: readonly LogEntry[], indexBefore: number): boolean {
  return entries.every(({term, command}, n) => isSame(command, `${indexBefore + n + 1}/${term}`));
}
