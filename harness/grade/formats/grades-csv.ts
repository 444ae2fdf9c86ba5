/**
 * grades.csv: one row a submission, for a spreadsheet.
 *
 * Promises: no cell is a formula, whatever a submission is called or did; numbers have a point and
 * no unit; the columns are the same for every row, and lab columns stand in the labs' order.
 * Read next: canvas.ts, moodle.ts, for gradebooks.
 */
import {stringify} from 'csv-stringify/sync';
import type {Grade, LabGrade} from '../grade';
import {plainCell} from './plain-text';
import type {ReportMaker} from './report-maker';

type Cell = string | number;

export const gradesCsv: ReportMaker = {
  name: 'csv',
  write: grades => new Map([['grades.csv', csvOf(grades)]]),
};

function csvOf(grades: readonly Grade[]): string {
  const labs = labsOf(grades);
  const header = [
    'submission', 'student id', 'student name', 'student email',
    ...labs.map(({lab, name, pointsMost}) => `lab ${lab} ${name} (of ${pointsMost})`),
    'points', 'points most', 'type penalty', 'late penalty', 'override', 'total',
    'scenarios passed', 'scenarios failed', 'not written', 'refused', 'note', 'grader slips',
    'sandbox tier', 'digest', 'policy', 'kit',
  ];
  return stringify([header.map(cell => plainCell(cell)), ...grades.map(grade => row(grade, labs))]);
}

/** Every lab that somebody was graded on. */
export function labsOf(grades: readonly Grade[]): readonly LabGrade[] {
  const labs = new Map<number, LabGrade>();
  for (const lab of grades.flatMap(grade => grade.labs)) labs.set(lab.lab, lab);
  return [...labs.values()].sort((a, b) => a.lab - b.lab);
}

function row(grade: Grade, labs: readonly LabGrade[]): readonly Cell[] {
  const {student, override, refused} = grade;
  const scenarios = grade.labs.flatMap(lab => lab.scenarios);
  const count = (verdict: string): number =>
    scenarios.filter(scenario => scenario.verdict === verdict).length;
  return [
    plainCell(grade.submission), plainCell(student?.id ?? ''), plainCell(student?.name ?? ''),
    plainCell(student?.email ?? ''),
    ...labs.map(({lab}) => grade.labs.find(one => one.lab === lab)?.points ?? ''),
    grade.points, grade.pointsMost, grade.typePenalty,
    grade.late.reduce((sum, {points}) => sum + points, 0), override?.points ?? '', grade.total,
    count('passed'), count('failed'), count('not written'),
    plainCell(refused ?? ''), plainCell(override?.why ?? ''), grade.slips.length,
    grade.sandbox.tier, hash(grade.digest), hash(grade.policy), plainCell(grade.kit),
  ];
}

/** With its name in front, since a spreadsheet takes 12345e678901 for a number. */
function hash(digits: string): string {
  return digits === '' ? '' : `sha256:${digits.slice(0, 12)}`;
}
