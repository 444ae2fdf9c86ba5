/**
 * Who is who: an instructor's list of students, matched to submissions by the names of their files.
 *
 * Columns: `file` or `submission`, and any of `id`, `name`, `email`, `submitted_at`; others are
 * left alone. Promises: a slip in the list is told with its line, and nobody is matched by guess.
 * Read next: submission.ts; platform-export.ts, for lists that a platform wrote.
 */
import {CsvError, parse} from 'csv-parse/sync';
import fs from 'node:fs';
import {isMoment} from '../policy-file';
import type {Submission} from './submission';

/** The list is not what it should be. One line. */
export class RosterMistake extends Error {
  override readonly name = 'WrongUse';
}

export interface Listed {
  readonly submissions: readonly Submission[];
  /** In the folder, but not in the list. */
  readonly unknown: readonly string[];
  /** In the list, but not in the folder. */
  readonly missing: readonly string[];
}

interface Row {
  readonly line: number;
  readonly file: string;
  readonly about: Pick<Submission, 'student' | 'submittedAt'>;
}

const FILE_COLUMNS = ['file', 'submission'];
const WHEN = 'submitted_at';

/** @throws RosterMistake */
export function withRoster(submissions: readonly Submission[], roster: string): Listed {
  const rows = readRows(roster);
  const unknown: string[] = [];
  const used = new Set<Row>();
  const listed = submissions.map(submission => {
    const row = rows.find(({file}) => isCalled(submission, file));
    if (row === undefined) {
      unknown.push(submission.name);
      return submission;
    }
    used.add(row);
    return {...submission, ...row.about};
  });
  const missing = rows.filter(row => !used.has(row)).map(({file}) => file);
  return {submissions: listed, unknown, missing};
}

/** By its name, or by the name of its folder or file. */
function isCalled({name, path: where}: Submission, file: string): boolean {
  const own = where.slice(Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\')) + 1);
  return file === name || file === own;
}

function readRows(roster: string): readonly Row[] {
  const [header, ...records] = readRecords(roster);
  const columns = header?.cells.map(cell => cell.trim().toLowerCase()) ?? [];
  const fileColumn = columns.findIndex(column => FILE_COLUMNS.includes(column));
  if (fileColumn === -1) {
    throw new RosterMistake(`${roster}: its first line names no column "file" or "submission"; ` +
      `it has ${columns.filter(column => column !== '').join(', ') || 'nothing'}`);
  }
  const lines = new Map<string, number>();
  return records.map(({cells, line}) => {
    const cell = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? '';
    const file = cells[fileColumn]?.trim() ?? '';
    if (file === '') throw new RosterMistake(`${roster}:${line}: the file's name is missing`);
    const former = lines.get(file);
    if (former !== undefined) {
      throw new RosterMistake(`${roster}:${line}: "${file}" stands on line ${former} already`);
    }
    lines.set(file, line);
    const when = cell(WHEN);
    if (when !== '' && !isMoment(when)) {
      throw new RosterMistake(`${roster}:${line}: ${WHEN} takes a moment with its offset, such ` +
        `as 2026-11-30T23:59:00+01:00, not "${when}"`);
    }
    return {line, file, about: {
      ...studentFrom({id: cell('id'), name: cell('name'), email: cell('email')}),
      ...when === '' ? {} : {submittedAt: when},
    }};
  });
}

/** What is known of a student; nothing if nothing is. */
export function studentFrom(
  facts: Readonly<Record<'id' | 'name' | 'email', string | undefined>>,
): Pick<Submission, 'student'> {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  return known.length === 0 ? {} : {student: Object.fromEntries(known)};
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

function readRecords(roster: string): readonly CsvRecord[] {
  let text: string;
  try {
    text = fs.readFileSync(roster, 'utf8');
  } catch (error) {
    throw new RosterMistake(`${roster} cannot be read: ${(error as Error).message}`);
  }
  try {
    const lines: number[] = [];
    const found = parse(text, {
      bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true,
      on_record: (record: string[], info) => {
        lines.push(info.lines);
        return record;
      },
    });
    return found.map((cells, n) => ({cells, line: lines[n] ?? 0}));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RosterMistake(`${roster} is not CSV: ${error.message}`);
  }
}

/** Spreadsheets write what is usual in their country. */
function delimiterOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  return [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
}
