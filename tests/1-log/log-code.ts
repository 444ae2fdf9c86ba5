/**
 * What a test did, as code to paste into a file of one's own.
 *
 * Promises: runs as it stands beside the student's log.ts; nothing in it belongs to the kit.
 * Read next: log-script.ts.
 */
import type {LogEntry} from '#raft';
import {codeOf, isSame} from './log-notation';

const LINE_WIDTH = 90;

/** The lines every pasted test begins with. */
export const OPENING: readonly string[] = [
  'import {RaftLog} from \'#solution/log\';',
  'const log = new RaftLog();',
];

/** Appends all entries: two by hand, more in one line. */
export function appendAllCode(entries: readonly LogEntry[]): readonly string[] {
  if (entries.length <= 2 || !areDrawn(entries, 0)) {
    return entries.map(entry => `log.append(${codeOf({...entry})});`);
  }
  const terms = `[${entries.map(entry => entry.term).join(', ')}]`;
  const each = '.forEach((term, n) => log.append({term, command: `${n + 1}/${term}`}));';
  return terms.length + each.length <= LINE_WIDTH ? [`${terms}${each}`] : [terms, `  ${each}`];
}

export function appendEntriesCode(
  prevLogIndex: string, prevLogTerm: string, entries: readonly LogEntry[],
): readonly string[] {
  const before = `log.appendEntries(${prevLogIndex}, ${prevLogTerm},`;
  const listed = listCode(entries, Number(prevLogIndex));
  const line = `${before} ${listed});`;
  return line.length <= LINE_WIDTH ? [line] : [before, `  ${listed});`];
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
