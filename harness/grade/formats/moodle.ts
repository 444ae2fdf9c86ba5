/**
 * Moodle: a CSV for its grade import, and its offline grading worksheet filled in.
 *
 * Promises: the import file has a row only for a submission that says who it is, with a grade in
 * each; in a worksheet only the column Grade changes, and only where Moodle says it can be changed;
 * whoever could not be placed is told.
 * Read next: README.md, for what to choose in Moodle.
 */
import {stringify} from 'csv-stringify/sync';
import {counted} from '../../report/text-layout';
import type {Grade} from '../grade';
import {pointsFor} from './canvas';
import {GradebookTable} from './gradebook-table';
import {labsOf} from './grades-csv';
import {listed, matchStudents, tellUnmatched} from './match-students';
import type {StudentRow} from './match-students';
import {plainCell} from './plain-text';
import {UnusableFile} from './report-maker';
import type {MoodleWorksheet, ReportContext, ReportMaker} from './report-maker';

const WHAT = 'the Moodle worksheet';

export const moodle: ReportMaker = {
  name: 'moodle',
  write: (grades, context) => {
    const files = new Map([['moodle.csv', importFile(grades, context)]]);
    if (context.moodle !== undefined) {
      files.set('moodle-worksheet.csv', filledIn(grades, context.moodle, context));
    }
    return files;
  },
};

/** To be asked before a class is graded, not after. @throws UnusableFile */
export function checkMoodle({text}: MoodleWorksheet): void {
  const table = GradebookTable.read(text, WHAT);
  columnsOf(table);
}

function importFile(grades: readonly Grade[], {tell}: ReportContext): string {
  const known = grades.filter(({student}) =>
    student?.email !== undefined || student?.id !== undefined);
  if (known.length < grades.length) {
    tell(`moodle.csv: nobody's email or ID number is known for ` +
      `${counted(grades.length - known.length, 'submission')}: ` +
      listed(grades.filter(grade => !known.includes(grade)).map(({submission}) => submission)));
  }
  const labs = labsOf(grades);
  return stringify([
    ['Email address', 'ID number', 'Full name',
      ...labs.map(({lab, title}) => plainCell(`Lab ${lab} ${title}`)), 'Total'],
    ...known.map(grade => [
      plainCell(grade.student?.email ?? ''), plainCell(grade.student?.id ?? ''),
      plainCell(grade.student?.name ?? ''),
      ...labs.map(({lab}) => pointsFor(grade, lab) ?? '-'), grade.total,
    ]),
  ]);
}

function filledIn(
  grades: readonly Grade[], {text, lab}: MoodleWorksheet, {tell}: ReportContext,
): string {
  const table = GradebookTable.read(text, WHAT);
  const {grade: column, most, changeable} = columnsOf(table);
  const matched = matchStudents(grades, studentsIn(table));
  const locked: string[] = [];
  const otherScale = new Set<string>();
  for (const [row, grade] of matched.grades) {
    const points = pointsFor(grade, lab);
    if (points === undefined) continue;
    if (changeable >= 0 && /^no$/i.test(table.cell(row, changeable).trim())) {
      locked.push(grade.submission);
      continue;
    }
    const shown = most < 0 ? '' : table.cell(row, most);
    // Moodle writes numbers as its language does, and reads them so.
    table.set(row, column, /\d,\d/.test(shown) ? String(points).replace('.', ',') : String(points));
    const pointsMost = lab === undefined
      ? grade.pointsMost : grade.labs.find(one => one.lab === lab)?.pointsMost;
    if (shown !== '' && Number(shown.replace(',', '.')) !== pointsMost) otherScale.add(shown);
  }
  if (locked.length > 0) {
    tell(`moodle-worksheet.csv: Moodle lets nobody change the grade of ${listed(locked)}`);
  }
  for (const shown of otherScale) {
    tell(`moodle-worksheet.csv: the maximum grade in Moodle is ${shown}, and the points are out ` +
      'of another');
  }
  tellUnmatched(matched, 'moodle-worksheet.csv', tell);
  return table.write();
}

interface Columns {
  readonly grade: number;
  readonly most: number;
  readonly changeable: number;
}

/** @throws UnusableFile */
function columnsOf(table: GradebookTable): Columns {
  const grade = table.columnOf('Grade');
  if (grade < 0 || table.columnOf('Identifier') < 0) {
    throw new UnusableFile(`${WHAT} must have the columns Identifier and Grade, as Moodle ` +
      `exports it in English; it has ${listed(table.header)}`);
  }
  return {
    grade, most: table.columnOf('Maximum Grade'),
    changeable: table.columnOf('Grade can be changed'),
  };
}

/** The identifier is 'Participant 1234'; names of downloaded submissions carry its number. */
function studentsIn(table: GradebookTable): readonly StudentRow[] {
  const [identifier, name] = [table.columnOf('Identifier'), table.columnOf('Full name')];
  const ids = ['Email address', 'ID number', 'Username']
    .map(title => table.columnOf(title)).filter(column => column >= 0);
  return table.rows.map((cells, row) => ({cells, row}))
    .filter(({cells}) => cells.some(cell => cell.trim() !== '')).map(({row}) => {
      const participant = table.cell(row, identifier);
      const shown = name < 0 ? participant : table.cell(row, name);
      return {
        row, shown, names: name < 0 ? [] : [shown],
        ids: [
          ...ids.map(column => table.cell(row, column)), participant,
          ...participant.match(/\d+$/) ?? [],
        ].filter(cell => cell.trim() !== ''),
      };
    });
}
