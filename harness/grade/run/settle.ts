/**
 * From what the labs came to, to what counts: points by the course's worth of each lab, late days,
 * type errors, an instructor's word.
 *
 * Promises: a pure function of what was found, the policy and the time of submission; settling what
 * is settled already changes nothing, so a report settles anew whenever the policy's dates changed.
 * Read next: POLICY.md, which says the same to instructors.
 */
import {exactPoints, roundPoints} from '../grade';
import type {Grade, LabGrade, Lateness} from '../grade';
import {worthOf} from '../policy';
import type {LatePolicy, Policy} from '../policy';

export interface Unsettled {
  readonly submission: string;
  /** In order; with the points of their lab.ts, or scaled already. */
  readonly labs: readonly LabGrade[];
  /** All labs that were to be graded: a refused submission has no LabGrade. */
  readonly asked: readonly {readonly number: number; readonly points: number}[];
  readonly typeErrors: readonly string[];
}

export type Settled = Pick<Grade,
  'labs' | 'points' | 'pointsMost' | 'typePenalty' | 'late' | 'override' | 'total'>;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** @param submittedAt ISO 8601; without it nothing is late. */
export function settle(found: Unsettled, policy: Policy, submittedAt?: string): Settled {
  const labs = found.labs.map(lab =>
    scaled(lab, worthOf(policy, {number: lab.lab, points: lab.pointsMost})));
  const late = submittedAt === undefined ? [] : lateness(found.submission, labs, {
    policy, submittedAt,
  });
  const points = roundPoints(sum(labs.map(lab => lab.points)));
  const {each, most} = policy.typeErrors;
  const typePenalty = roundPoints(Math.min(found.typeErrors.length * each, most));
  const lost = sum(late.map(one => one.points)) + typePenalty;
  const {override} = policy.students[found.submission] ?? {};
  return {
    labs, points, pointsMost: roundPoints(sum(found.asked.map(lab => worthOf(policy, lab)))),
    typePenalty, late, ...override === undefined ? {} : {override},
    total: override?.points ?? Math.max(0, roundPoints(points - lost)),
  };
}

/** The lab's points stretched to what it is worth in this course, and only then rounded. */
function scaled(lab: LabGrade, worth: number): LabGrade {
  const factor = lab.pointsMost === 0 ? 1 : worth / lab.pointsMost;
  const stretched = (points: number): number => roundPoints(points * factor);
  return {
    ...lab, points: stretched(lab.points), pointsMost: worth,
    ownPoints: stretched(lab.ownPoints),
    standInPoints: lab.standInPoints === null ? null : stretched(lab.standInPoints),
    scenarios: lab.scenarios.map(one => ({
      ...one, points: exactPoints(one.points * factor),
      pointsMost: exactPoints(one.pointsMost * factor),
    })),
  };
}

/** Days that cost nothing are used up in the order of labs. */
interface DaysLeft {
  excused: number;
  free: number;
}

function lateness(
  submission: string, labs: readonly LabGrade[],
  {policy, submittedAt}: {readonly policy: Policy; readonly submittedAt: string},
): readonly Lateness[] {
  const left: DaysLeft = {
    excused: policy.students[submission]?.excusedDays ?? 0, free: policy.late.daysFree,
  };
  return labs.flatMap(lab => {
    const dueAt = policy.labs[lab.lab]?.due;
    if (dueAt === undefined) return [];
    const daysLate = daysBetween(dueAt, submittedAt, policy.late.graceMinutes);
    if (daysLate === 0) return [];
    return [{lab: lab.lab, submittedAt, dueAt, daysLate, ...cost(lab, daysLate, {
      left, late: policy.late,
    })}];
  });
}

/** Whole days begun, once the grace is over. */
function daysBetween(dueAt: string, submittedAt: string, graceMinutes: number): number {
  const lateMs = Date.parse(submittedAt) - Date.parse(dueAt);
  return lateMs <= graceMinutes * MINUTE_MS ? 0 : Math.ceil(lateMs / DAY_MS);
}

function cost(
  lab: LabGrade, daysLate: number,
  {left, late}: {readonly left: DaysLeft; readonly late: LatePolicy},
): Pick<Lateness, 'daysFree' | 'points' | 'daysMost'> {
  // Nobody spends a free day on a lab that has no points to save.
  if (lab.points === 0) return {daysFree: 0, points: 0};
  const excused = Math.min(left.excused, daysLate);
  // Excused days do not count towards the most there may be; days of one's own do.
  if (daysLate - excused > late.daysMost) {
    return {daysFree: 0, points: lab.points, daysMost: late.daysMost};
  }
  const free = Math.min(left.free, daysLate - excused);
  left.excused -= excused;
  left.free -= free;
  const paid = daysLate - excused - free;
  const points = roundPoints(paid * late.penaltyPerDay * lab.pointsMost);
  return {daysFree: excused + free, points: Math.min(lab.points, points)};
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
