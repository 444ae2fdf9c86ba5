/**
 * A class at a glance: one row a submission, one column a lab.
 *
 * Read next: cli/grade.ts.
 */
import {alignColumns, cut} from '../report/text-layout';
import type {Lab} from '../scenario/labs';
import {roundPoints} from './grade';
import type {Grade, LabGrade} from './grade';

const NOTE_WIDTH = 70;

/** Rows of text, the header first. */
export function gradeTable(grades: readonly Grade[], labs: readonly Lab[]): readonly string[] {
  const most = labs.reduce((sum, lab) => sum + lab.points, 0);
  const header = [
    'submission', ...labs.map(lab => `${lab.number} ${lab.name} /${lab.points}`), `total /${most}`,
  ];
  const rows = grades.map(grade => [
    grade.submission,
    ...labs.map(lab => showLab(grade.labs.find(one => one.lab === lab.number))),
    show(isGraded(grade) ? grade.total : undefined), noteOn(grade),
  ]);
  const table = alignColumns([header, ...rows],
    ['left', ...labs.map(() => 'right' as const), 'right', 'left']);
  const isStoodIn = grades.some(grade => grade.labs.some(isWithStandIns));
  return isStoodIn ? [...table, '* with earlier labs stood in, which came to more'] : table;
}

function showLab(lab: LabGrade | undefined): string {
  return lab !== undefined && isWithStandIns(lab) ? `${lab.points}*` : show(lab?.points);
}

function isWithStandIns({counted}: LabGrade): boolean {
  return counted === 'stand-ins';
}

function show(points: number | undefined): string {
  return points === undefined ? '-' : String(points);
}

/** A slip of the grader's is not worth 0 points: it is worth a look. */
function isGraded({slips, labs, override}: Grade): boolean {
  return slips.length === 0 || labs.length > 0 || override !== undefined;
}

/** What an instructor wants to know first. */
function noteOn(grade: Grade): string {
  if (grade.slips.length > 0) return cut(`look at it: ${grade.slips[0]}`, NOTE_WIDTH);
  if (grade.override !== undefined) return cut(`by hand: ${grade.override.why}`, NOTE_WIDTH);
  if (grade.refused !== undefined) return cut(`refused: ${grade.refused}`, NOTE_WIDTH);
  const lost = roundPoints(grade.late.reduce((sum, {points}) => sum + points, 0));
  if (lost > 0) return `late: -${lost}`;
  const all = grade.labs.flatMap(lab => lab.scenarios);
  const failed = all.filter(one => one.verdict === 'failed');
  if (failed.length > 0) return cut(failed[0]?.reason ?? '', NOTE_WIDTH);
  if (all.some(one => one.verdict === 'not written')) return 'not written yet';
  return grade.typeErrors.length > 0 ? `${grade.typeErrors.length} type errors` : '';
}
