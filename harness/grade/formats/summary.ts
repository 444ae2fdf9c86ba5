/**
 * What a student reads first of a grade: points by lab, and whatever is not a test.
 *
 * Promises: plain text of bounded length; tells every point that was given or taken off, and why.
 * Read next: groups.ts.
 */
import {alignColumns, counted} from '../../report/text-layout';
import type {Grade, LabGrade, Lateness} from '../grade';
import {datesInWords, daysInWords} from '../lateness';
import {oneLine} from './plain-text';

const LISTED_MOST = 20;

export interface SummaryOptions {
  /** False while some verdicts are hidden: points would tell them. */
  readonly showsTotal: boolean;
}

export function summaryOf(grade: Grade, {showsTotal}: SummaryOptions): string {
  const {refused, typeErrors, passedOver, slips, override} = grade;
  if (refused !== undefined) {
    return withOverride(grade, showsTotal, [`Nothing was graded: ${oneLine(refused)}.`]);
  }
  return withOverride(grade, showsTotal, [
    ...showsTotal ? pointsByLab(grade) : ['Points are told later: some tests are not shown yet.'],
    ...override === undefined ? penalties(grade) : [],
    ...listed(`TypeScript finds ${counted(typeErrors.length, 'error')}:`, typeErrors),
    ...listed('Handed in beside the files of the skeleton, and not used:', passedOver),
    ...listed('Slips of the grader itself (tell your instructor; they should cost nobody points):',
      slips),
    '', `Graded by Flotilla ${oneLine(grade.kit)}: ${counted(grade.files.length, 'file')}, ` +
      `SHA-256 ${grade.digest.slice(0, 12)}.`,
  ]);
}

function withOverride(
  {override}: Grade, showsTotal: boolean, lines: readonly string[],
): string {
  if (override === undefined || !showsTotal) return lines.join('\n');
  const {points, why} = override;
  return [`Your instructor has set ${points} points: ${oneLine(why)}`, '', ...lines].join('\n');
}

function pointsByLab(grade: Grade): readonly string[] {
  const rows = grade.labs.map(lab => [
    `Lab ${lab.lab}`, oneLine(lab.title, 60), `${lab.points} of ${lab.pointsMost}`, countedRun(lab),
  ]);
  return [
    `${grade.total} of ${grade.pointsMost} points`, '',
    ...alignColumns(rows, ['left', 'left', 'right', 'left']),
  ];
}

/** One broken lab costs one lab: says so where it helped. */
function countedRun({counted: run, ownPoints, standInPoints}: LabGrade): string {
  return run === 'own' || standInPoints === null
    ? '' : `with earlier labs stood in (with your own: ${ownPoints})`;
}

function penalties({late, typePenalty, typeErrors}: Grade): readonly string[] {
  const lines = [
    ...late.map(lateLine),
    ...typePenalty === 0
      ? [] : [`${counted(typeErrors.length, 'type error')}: ${typePenalty} points off`],
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}

export function lateLine(late: Lateness): string {
  return oneLine(`Lab ${late.lab}: ${daysInWords(late)}; ${late.points} points off ` +
    `(${datesInWords(late)})`);
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED_MOST;
  return [
    '', heading, ...lines.slice(0, LISTED_MOST).map(line => `  ${oneLine(line)}`),
    ...more > 0 ? [`  … and ${more} more`] : [],
  ];
}
