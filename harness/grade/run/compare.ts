/**
 * Two gradings of a class: who lost or won points, by lab, and why.
 *
 * Read next: standing.ts.
 */
import {roundPoints} from '../grade';
import type {Grade, LabGrade} from '../grade';
import type {Standing} from './standing';

const WHYS_SHOWN = 6;

/** Lines of text: what differs between the gradings, then each submission that changed. */
export function compare(former: Standing, latter: Standing): readonly string[] {
  const before = new Map(former.grades.map(grade => [grade.submission, grade]));
  const now = new Map(latter.grades.map(grade => [grade.submission, grade]));
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  const changed: string[] = [];
  const counts = {won: 0, lost: 0, same: 0};
  for (const name of names) {
    const [old, fresh] = [before.get(name), now.get(name)];
    if (old === undefined) changed.push(`${name}  new: ${fresh?.total}`);
    else if (fresh === undefined) changed.push(`${name}  no longer there, was ${old.total}`);
    else {
      const lines = changesOf(old, fresh);
      counts[fresh.total > old.total ? 'won' : fresh.total < old.total ? 'lost' : 'same']++;
      changed.push(...lines);
    }
  }
  return [
    ...settingsOf(former, latter), ...changed,
    `${counts.won} won points, ${counts.lost} lost points, ${counts.same} have the same`,
  ];
}

function settingsOf({run: former}: Standing, {run: latter}: Standing): readonly string[] {
  const lines: string[] = [];
  if (former.kit !== latter.kit) lines.push(`The kit was ${former.kit} and is ${latter.kit}.`);
  else if (former.kitDigest !== latter.kitDigest) {
    lines.push(`The kit is ${latter.kit} as before, but its code has changed.`);
  }
  if (former.policyDigest !== latter.policyDigest) {
    lines.push(`The policy was ${former.policyDigest} and is ${latter.policyDigest}.`);
  }
  if (former.labs.join() !== latter.labs.join()) {
    lines.push(`The labs were ${former.labs.join(', ')} and are ${latter.labs.join(', ')}.`);
  }
  return lines;
}

function changesOf(old: Grade, fresh: Grade): readonly string[] {
  const whys = [
    ...old.digest === fresh.digest ? [] : ['the submission itself has changed'],
    ...old.refused === fresh.refused ? [] : [
      fresh.refused === undefined ? 'no longer refused' : `now refused: ${fresh.refused}`,
    ],
    ...fresh.slips.map(slip => `the grader slipped: ${slip}`),
    ...labChanges(old, fresh), ...settledChanges(old, fresh),
  ];
  if (old.total === fresh.total && whys.length === 0) return [];
  return [
    `${fresh.submission}  ${old.total} -> ${fresh.total}  (${signed(fresh.total - old.total)})`,
    ...whys.map(why => `    ${why}`),
  ];
}

function labChanges(old: Grade, fresh: Grade): readonly string[] {
  const numbers = new Set([...old.labs, ...fresh.labs].map(({lab}) => lab));
  return [...numbers].sort((a, b) => a - b).flatMap(number => {
    const [was, is] = [old, fresh].map(({labs}) => labs.find(({lab}) => lab === number));
    const verdicts = verdictChanges(was, is);
    const points = [was, is].map(lab =>
      (lab === undefined ? 'not graded' : `${lab.points}/${lab.pointsMost}`));
    if (points[0] === points[1] && verdicts.length === 0) return [];
    const more = verdicts.length - WHYS_SHOWN;
    return [
      `lab ${number}: ${points[0] === points[1] ? `${points[0]} as before` : points.join(' -> ')}`,
      ...verdicts.slice(0, WHYS_SHOWN).map(line => `  ${line}`),
      ...more > 0 ? [`  and ${more} more`] : [],
    ];
  });
}

function verdictChanges(was: LabGrade | undefined, is: LabGrade | undefined): readonly string[] {
  const former = new Map(was?.scenarios.map(one => [one.name, one]));
  return is?.scenarios.flatMap(one => {
    const before = former.get(one.name);
    if (before === undefined || before.verdict === one.verdict) return [];
    const why = one.reason ?? before.reason;
    return [`${one.name}: ${before.verdict} -> ${one.verdict}` +
      (why === undefined ? '' : `  (${one.reason === undefined ? 'was: ' : ''}${why})`)];
  }) ?? [];
}

function settledChanges(old: Grade, fresh: Grade): readonly string[] {
  const lost = ({late}: Grade): number =>
    roundPoints(late.reduce((sum, one) => sum + one.points, 0));
  const lines: string[] = [];
  if (lost(old) !== lost(fresh)) lines.push(`lateness costs ${lost(fresh)}, was ${lost(old)}`);
  if (old.typePenalty !== fresh.typePenalty) {
    lines.push(`type errors cost ${fresh.typePenalty}, was ${old.typePenalty}`);
  }
  if (old.override?.points !== fresh.override?.points) {
    lines.push(fresh.override === undefined ? 'no longer set by hand'
      : `set to ${fresh.override.points} by hand: ${fresh.override.why}`);
  }
  return lines;
}

function signed(change: number): string {
  const rounded = roundPoints(change);
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
