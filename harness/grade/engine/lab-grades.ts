/**
 * From findings to a lab's grade: points, what counts, and what a student may see of it.
 *
 * Hides: nothing is rounded here: run/settle.ts does that, once, when points are what they count.
 * Read next: grade-submission.ts.
 */
import type {Lab} from '../../scenario/labs';
import type {LabGrade, ScenarioGrade} from '../grade';
import {revealOf, visibilityOf} from '../policy';
import type {Policy} from '../policy';
import type {Finding} from './finding';

export interface LabFindings {
  readonly lab: Lab;
  /** On the student's own earlier labs. */
  readonly own: readonly Finding[];
  /**
   * What failed there, with earlier labs stood in; the rest as it was, and all of it where nobody
   * could have won anything. Absent if nothing was to be won.
   */
  readonly standIns?: readonly Finding[];
}

export function labGrade({lab, own, standIns}: LabFindings, policy: Policy): LabGrade {
  const ownPoints = pointsOf(own);
  const standInPoints = standIns === undefined ? null : pointsOf(standIns);
  const isOwn = standInPoints === null || standInPoints <= ownPoints;
  const counted = isOwn ? own : withOwnWords(standIns ?? [], own);
  return {
    lab: lab.number, name: lab.name, title: lab.title,
    points: isOwn ? ownPoints : standInPoints, pointsMost: lab.points,
    counted: isOwn ? 'own' : 'stand-ins', ownPoints, standInPoints,
    scenarios: counted.map(finding => scenarioGrade(finding, policy)),
  };
}

/** Whether nothing was lost, so that nothing could be won. */
export function isFull(findings: readonly Finding[]): boolean {
  return findings.every(({verdict}) => verdict === 'passed');
}

/** What failed in both runs failed for a reason that the student's own run may tell. */
function withOwnWords(
  standIns: readonly Finding[], own: readonly Finding[],
): readonly Finding[] {
  return standIns.map((finding, n) => {
    const told = own[n]?.verdict === 'failed' && finding.verdict === 'failed'
      ? own[n].told : finding.told;
    return {...finding, told};
  });
}

function scenarioGrade({task, told, ...found}: Finding, policy: Policy): ScenarioGrade {
  const {definition: {lab, name, part, section, group, title}, isHidden, points} = task;
  const {verdict, seedsRun, seedsPassed} = found;
  return {
    name, ...part === undefined ? {} : {part}, section, group, title, isHidden,
    points: verdict === 'passed' ? points : 0, pointsMost: points,
    verdict, seedsRun, seedsPassed, ...told,
    reveal: revealOf(policy, lab, name, isHidden),
    visibility: visibilityOf(policy, lab, name, isHidden),
  };
}

function pointsOf(findings: readonly Finding[]): number {
  return findings.reduce(
    (sum, {verdict, task}) => sum + (verdict === 'passed' ? task.points : 0), 0);
}
