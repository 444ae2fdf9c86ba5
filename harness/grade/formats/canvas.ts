/**
 * Canvas: fills points into the gradebook that the instructor exported, to be imported again.
 *
 * Canvas makes a new assignment of a title it does not know and a new student of a row it cannot
 * place, so nothing is written but cells of columns and rows that Canvas itself has written.
 * Promises: every other cell keeps its value; an excused student (EX) stays excused; a student
 * without a submission keeps what they have; whoever could not be placed is told.
 * Read next: moodle.ts.
 */
import type {Grade} from '../grade';
import {GradebookTable} from './gradebook-table';
import {listed, matchStudents, tellUnmatched} from './match-students';
import type {StudentRow} from './match-students';
import {UnusableFile} from './report-maker';
import type {CanvasColumn, CanvasGradebook, ReportContext, ReportMaker} from './report-maker';

const WHAT = 'the Canvas gradebook';

export const canvas: ReportMaker = {
  name: 'canvas',
  write: (grades, context) => (context.canvas === undefined
    ? new Map() : new Map([['canvas.csv', filledIn(grades, context.canvas, context)]])),
};

/** To be asked before a class is graded, not after. @throws UnusableFile */
export function checkCanvas({text, columns}: CanvasGradebook): void {
  const table = GradebookTable.read(text, WHAT);
  studentsIn(table);
  for (const column of columns) columnNamed(table, column);
}

function filledIn(
  grades: readonly Grade[], {text, columns}: CanvasGradebook, {tell}: ReportContext,
): string {
  const table = GradebookTable.read(text, WHAT);
  const matched = matchStudents(grades, studentsIn(table));
  for (const column of columns) {
    const position = columnNamed(table, column);
    const excused: string[] = [];
    for (const [row, grade] of matched.grades) {
      const points = pointsFor(grade, column.lab);
      if (points === undefined) continue;
      if (table.cell(row, position).trim().toUpperCase() === 'EX') excused.push(grade.submission);
      else table.set(row, position, String(points));
    }
    if (excused.length > 0) tell(`canvas.csv: left excused (EX): ${listed(excused)}`);
    const most = mostOf(grades, column.lab);
    const possible = table.cell(possibleRow(table), position);
    // Canvas takes what it is given; that 8 of 10 became 8 of 100 is seen too late.
    if (possible !== '' && Number(possible.replace(',', '.')) !== most) {
      tell(`canvas.csv: "${column.title}" is out of ${possible} in Canvas, and the points are ` +
        `out of ${most}`);
    }
  }
  tellUnmatched(matched, 'canvas.csv', tell);
  return table.write();
}

/** What a column takes; undefined if the grade has nothing to say of its lab. */
export function pointsFor(grade: Grade, lab: number | undefined): number | undefined {
  if (lab === undefined) return grade.total;
  const found = grade.labs.find(one => one.lab === lab);
  if (found === undefined) return grade.refused === undefined ? undefined : 0;
  const late = grade.late.find(one => one.lab === lab)?.points ?? 0;
  return Math.max(0, Math.round((found.points - late) * 100) / 100);
}

/** What students' rows say; other rows are Canvas's own. */
function studentsIn(table: GradebookTable): readonly StudentRow[] {
  const name = table.columnOf('Student');
  const [last, first] = [table.columnOf('LastName'), table.columnOf('FirstName')];
  const ids = ['SIS Login ID', 'SIS User ID', 'ID', 'Integration ID']
    .map(title => table.columnOf(title)).filter(column => column >= 0);
  if ((name < 0 && last < 0) || table.columnOf('ID') < 0 || table.columnOf('Section') < 0) {
    throw new UnusableFile(`${WHAT} must have the columns Student, ID and Section, as Canvas ` +
      'exports it');
  }
  return table.rows.map((_, row) => row).filter(row => !isCanvasOwn(table, row)).map(row => {
    const shown = name >= 0
      ? table.cell(row, name) : `${table.cell(row, last)}, ${table.cell(row, first)}`;
    return {
      row, shown, names: [shown],
      ids: ids.map(column => table.cell(row, column)).filter(cell => cell.trim() !== ''),
    };
  });
}

/** Points possible, what is muted or posted by hand, and empty rows. */
function isCanvasOwn(table: GradebookTable, row: number): boolean {
  const cells = table.rows[row] ?? [];
  return (cells[0] ?? '').includes('Points Possible') ||
    cells.every(cell => /^\s*(?:Muted|Manual Posting.*)?\s*$/i.test(cell));
}

/** @throws UnusableFile */
function columnNamed(table: GradebookTable, {title}: CanvasColumn): number {
  const isIt = (cell: string): boolean => cell === title || cell.trim() === title.trim() ||
    /\((\d+)\)\s*$/.exec(cell)?.[1] === title.trim();
  const found = table.header.flatMap((cell, column) => (isIt(cell) ? [column] : []));
  const [column] = found;
  if (column === undefined || found.length > 1) {
    const assignments = table.header.filter(cell => /\(\d+\)\s*$/.test(cell));
    throw new UnusableFile(`${WHAT} has ${found.length > 1 ? 'more than one' : 'no'} column ` +
      `"${title}"; it has ${listed(assignments)}`);
  }
  if (/read\s+only/.test(table.cell(possibleRow(table), column))) {
    throw new UnusableFile(`Canvas does not take grades in the column "${title}": it is read only`);
  }
  return column;
}

/** Where Canvas says what each assignment is out of; -1 if it does not. */
function possibleRow(table: GradebookTable): number {
  return table.rows.findIndex(cells => (cells[0] ?? '').includes('Points Possible'));
}

function mostOf(grades: readonly Grade[], lab: number | undefined): number {
  return Math.max(0, ...grades.map(grade => (lab === undefined
    ? grade.pointsMost : grade.labs.find(one => one.lab === lab)?.pointsMost ?? 0)));
}
