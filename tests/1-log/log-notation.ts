/**
 * Logs as Figure 7 draws them: position is index, number is term. '1 1 4' is three entries.
 *
 * A drawn entry's command is its place, such as '3/4' for index 3, term 4: so two entries with the
 * same index and term are the same entry, as in a cluster (Log Matching, Figure 3).
 * Read next: log-script.ts, which speaks this notation.
 */
import type {Json, LogEntry} from '#raft';

/** '1 1 4' as terms. */
export function termsOf(drawn: string): readonly number[] {
  return drawn === '' ? [] : drawn.split(' ').map(Number);
}

/** '4 4' behind index 3 as entries 4/4 and 5/4. */
export function entriesOf(drawn: string, indexBefore = 0): readonly LogEntry[] {
  return termsOf(drawn).map((term, n) => ({term, command: `${indexBefore + n + 1}/${term}`}));
}

/** Where a log position is written '3/4': index 3, term 4; '0/0' is before the first entry. */
export interface Position {
  readonly index: number;
  readonly term: number;
}

export function positionOf(written: string): Position {
  const [index, term] = written.split('/').map(Number);
  return {index: index!, term: term!};
}

/** Entries as traces write them, '3/1 4/1', the middle of many left out. */
export function places(entries: readonly LogEntry[], indexBefore: number): string {
  const all = entries.map(({term}, n) => `${indexBefore + n + 1}/${term}`);
  return all.length <= 4 ? all.join(' ') : [...all.slice(0, 2), '…', ...all.slice(-1)].join(' ');
}

/** Entries as plain JSON, to be sent and compared. */
export function jsonOf(entries: readonly LogEntry[]): Json[] {
  return entries.map(({term, command}) => ({term, command}));
}

/** What was read of a log, drawn. A hole is '_', a thing that is no entry '?'. */
export function draw(entries: readonly unknown[]): string {
  return entries.length === 0 ? '(empty)' : entries.map(drawEntry).join(' ');
}

function drawEntry(entry: unknown): string {
  if (entry === undefined || entry === null) return '_';
  const {term} = entry as {readonly term?: unknown};
  return typeof term === 'number' ? String(term) : '?';
}

/** The same entry, command included? Keys may come in any order. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? 'undefined';
}

/** The position of the first difference, or -1. */
export function firstDifference(some: readonly unknown[], others: readonly unknown[]): number {
  for (let n = 0; n < Math.max(some.length, others.length); n++) {
    if (!isSame(some[n], others[n])) return n;
  }
  return -1;
}

/** JSON as a short piece of TypeScript. */
export function codeOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(codeOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .map(([key, field]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key)}: ${codeOf(field)}`);
    return `{${fields.join(', ')}}`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** 'entry 3', 'entries 3 to 5'. */
export function entriesNamed(first: number, last: number): string {
  return first === last ? `entry ${first}` : `entries ${first} to ${last}`;
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, '\\\'')}'`;
}
