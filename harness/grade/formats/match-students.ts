/**
 * Finds the row of a gradebook that a submission belongs to.
 *
 * Promises: never guesses. The surest key that both sides have decides, and a key that two rows or
 * two submissions share decides nothing; who has no row, and whose row got nothing, is told.
 * Read next: canvas.ts, moodle.ts.
 */
import {counted} from '../../report/text-layout';
import type {Grade} from '../grade';
import {oneLine} from './plain-text';

/** What a row says of its student. The surest key comes first. */
export interface StudentRow {
  readonly row: number;
  /** As people write it, for messages. */
  readonly shown: string;
  /** Numbers, logins and addresses, in the order of how sure they are. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

export interface Matched {
  /** By row. */
  readonly grades: ReadonlyMap<number, Grade>;
  readonly unmatched: readonly Grade[];
  readonly withoutGrade: readonly StudentRow[];
}

export function matchStudents(
  grades: readonly Grade[], rows: readonly StudentRow[],
): Matched {
  const wanted = new Map<number, Grade[]>();
  const unmatched: Grade[] = [];
  for (const grade of grades) {
    const found = rowOf(grade, rows);
    if (found === undefined) unmatched.push(grade);
    else wanted.set(found.row, [...wanted.get(found.row) ?? [], grade]);
  }
  const matched = new Map<number, Grade>();
  for (const [row, claims] of wanted) {
    if (claims.length === 1) matched.set(row, claims[0]!);
    else unmatched.push(...claims);
  }
  return {
    grades: matched, unmatched, withoutGrade: rows.filter(({row}) => !matched.has(row)),
  };
}

function rowOf(grade: Grade, rows: readonly StudentRow[]): StudentRow | undefined {
  const {student, submission} = grade;
  const ids = [student?.id, student?.email, submission, ...platformNumber(submission)];
  for (const id of ids.map(plain).filter(isSaid)) {
    const found = only(rows, row => row.ids.some(one => plain(one) === id));
    if (found !== undefined) return found;
  }
  for (const name of [student?.name, submission].map(nameKey).filter(isSaid)) {
    const found = only(rows, row => row.names.some(one => nameKey(one) === name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Moodle names downloads 'Ada Lovelace_1234_assignsubmission_file', Canvas 'lovelaceada_1234_56_x'
 * or 'lovelaceada_LATE_1234_56_x': the first number is its student's.
 */
function platformNumber(submission: string): readonly string[] {
  const number = /_(\d+)_assignsubmission_/.exec(`${submission}_`)?.[1] ??
    /^[^_]+_(?:LATE_)?(\d+)_\d+_/.exec(submission)?.[1];
  return number === undefined ? [] : [number];
}

function only(
  rows: readonly StudentRow[], isIt: (row: StudentRow) => boolean,
): StudentRow | undefined {
  const found = rows.filter(isIt);
  return found.length === 1 ? found[0] : undefined;
}

function plain(text: string | undefined): string {
  return (text ?? '').trim().normalize('NFC').toLowerCase();
}

/** 'Lovelace, Ada', 'Ada Lovelace' and 'ada-lovelace' are one name. */
function nameKey(text: string | undefined): string {
  return plain(text).split(/[\s,._-]+/).filter(isSaid).sort().join(' ');
}

function isSaid(text: string): boolean {
  return text !== '';
}

const TOLD_MOST = 20;

/** Lines for the instructor: nobody is left out silently. */
export function tellUnmatched(
  {unmatched, withoutGrade}: Matched, where: string, tell: (line: string) => void,
): void {
  if (unmatched.length > 0) {
    tell(`${where}: no row, or not one row only, for ${counted(unmatched.length, 'submission')}: ` +
      listed(unmatched.map(({submission}) => submission)));
  }
  if (withoutGrade.length > 0) {
    tell(`${where}: no submission for ${counted(withoutGrade.length, 'student')}: ` +
      listed(withoutGrade.map(({shown}) => shown)));
  }
}

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, TOLD_MOST).map(name => oneLine(name, 60)).join('; ');
  return names.length > TOLD_MOST ? `${shown}; and ${names.length - TOLD_MOST} more` : shown;
}
