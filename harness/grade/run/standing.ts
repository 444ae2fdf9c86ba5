/**
 * What the lines of journals amount to: who is in the class, and the grade of each.
 *
 * Promises: the newest line of a submission counts, lab by lab, as long as the same bytes were
 * graded in the same way; dates, penalties, overrides and what is revealed are settled anew by the
 * newest policy, and names are the newest roster's. The end of a run and a merge of shards are this
 * one function.
 * Read next: reports.ts.
 */
import crypto from 'node:crypto';
import type {Grade, LabGrade} from '../grade';
import {revealOf, visibilityOf} from '../policy';
import type {Policy} from '../policy';
import type {GradeLine, JournalLine, Member, RunLine} from './journal';
import {settle} from './settle';
import {shareOf} from './shards';

export interface Standing {
  readonly run: RunLine;
  /** By name, in the order of names. */
  readonly grades: readonly Grade[];
  /** In the class, and in the shard if it is one, but not graded yet. */
  readonly absent: readonly string[];
  /** Graded by another kit, or by a policy that would have them run differently. */
  readonly others: readonly string[];
}

/** By what a submission is graded: the kit, what the policy asks for, the sandbox. */
export interface GradedBy {
  readonly kitDigest: string;
  readonly runDigest: string;
  readonly tier: Grade['sandbox']['tier'];
}

/** Which bytes are graded, and by what: the same key needs no second run. */
export function keyOf(digest: string, {kitDigest, runDigest, tier}: GradedBy): string {
  return crypto.hash('sha256', [digest, kitDigest, runDigest, tier].join('\0')).slice(0, 16);
}

/** What stands for the bytes of a submission, refused ones too. */
export function digestOfBytes({digest, refused}: Pick<Grade, 'digest' | 'refused'>): string {
  return refused === undefined ? digest : `refused: ${refused}`;
}

/** What is known of each submission, its newest line last. */
export type GradeLines = ReadonlyMap<string, readonly GradeLine[]>;

export function gradeLinesIn(lines: readonly JournalLine[]): GradeLines {
  const found = new Map<string, GradeLine[]>();
  for (const line of lines) {
    if (line.kind !== 'grade') continue;
    const name = line.grade.submission;
    const known = found.get(name);
    if (known === undefined) found.set(name, [line]);
    else known.push(line);
  }
  return found;
}

/** Keys under which all these labs of a submission are graded already. */
export function keysDone(
  lines: readonly GradeLine[], labs: readonly number[],
): readonly string[] {
  const good = lines.filter(({grade}) => grade.slips.length === 0);
  return [...new Set(good.map(({key}) => key))].filter(key => {
    const same = good.filter(line => line.key === key);
    return same.some(({grade}) => grade.refused !== undefined) ||
      labs.every(lab => same.some(line => line.labs.includes(lab)));
  });
}

/** @param run what was asked last. */
export function standingOf(run: RunLine, lines: readonly JournalLine[]): Standing {
  const known = gradeLinesIn(lines);
  const members = [...run.members].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    run,
    grades: members.flatMap(member => {
      const own = known.get(member.name);
      return own === undefined ? [] : [gradeOf(member, own, run)];
    }),
    absent: shareOf(members.map(({name}) => name), run.shard).filter(name => !known.has(name)),
    others: members.map(({name}) => name)
      .filter(name => known.get(name)?.slice(-1).some(line => !isBy(run, line)) === true),
  };
}

function isBy(run: RunLine, line: GradeLine): boolean {
  return line.runDigest === run.runDigest && line.kitDigest === run.kitDigest;
}

function gradeOf(member: Member, lines: readonly GradeLine[], run: RunLine): Grade {
  const newest = lines[lines.length - 1]!;
  const {grade} = newest;
  const labs = newestLabs(lines.filter(({key}) => key === newest.key));
  // What another policy or kit ran is not this one's to settle; whoever reads it is told.
  if (!isBy(run, newest)) return grade;
  const {student: _former, late: _late, override: _override, ...rest} = grade;
  const settled = settle({
    submission: member.name, labs: labs.map(lab => shownBy(run.policy, lab)),
    asked: labs.map(({lab, pointsMost}) => ({number: lab, points: pointsMost})),
    typeErrors: grade.typeErrors,
  }, run.policy, member.submittedAt ?? newest.newestAt);
  return {
    ...rest, policy: run.policyDigest, ...settled,
    // Of a submission that was refused, nothing says what its labs are worth but the run itself.
    pointsMost: labs.length === 0 ? grade.pointsMost : settled.pointsMost,
    ...member.student === undefined ? {} : {student: member.student},
  };
}

function newestLabs(lines: readonly GradeLine[]): readonly LabGrade[] {
  const labs = new Map<number, LabGrade>();
  for (const line of lines) for (const lab of line.grade.labs) labs.set(lab.lab, lab);
  return [...labs.values()].sort((a, b) => a.lab - b.lab);
}

/** What a policy reveals may change after the run. */
function shownBy(policy: Policy, lab: LabGrade): LabGrade {
  return {
    ...lab,
    scenarios: lab.scenarios.map(one => ({
      ...one, reveal: revealOf(policy, lab.lab, one.name, one.isHidden),
      visibility: visibilityOf(policy, lab.lab, one.name, one.isHidden),
    })),
  };
}
