/**
 * Two gradings of a class: who lost or won points, by lab, and why.
 *
 * Promises: only who changed is named; everybody is counted.
 * Read next: standing.ts.
 */
import {roundPoints} from '../grade';
import type {Grade, LabGrade} from '../grade';
import type {Standing} from './standing';

const WHYS_SHOWN = 6;

/** In the order in which they are counted up. */
const OUTCOMES = [
  'won points', 'lost points', 'changed otherwise', 'new', 'no longer there', 'not graded yet',
  'unchanged',
] as const;

interface Compared {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly lines: readonly string[];
}

/** Lines of text: what differs between the gradings, then each submission that changed. */
export function compare(former: Standing, latter: Standing): readonly string[] {
  const before = new Map(former.grades.map(grade => [grade.submission, grade]));
  const now = new Map(latter.grades.map(grade => [grade.submission, grade]));
  const members = new Set(latter.run.members.map(({name}) => name));
  const all = [...new Set([...before.keys(), ...now.keys()])].sort().map(name =>
    compared(before.get(name), now.get(name), members.has(name)));
  const counts = OUTCOMES.flatMap(outcome => {
    const count = all.filter(one => one.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return [...settingsOf(former, latter), ...all.flatMap(({lines}) => lines), counts.join(', ')];
}

function compared(old: Grade | undefined, fresh: Grade | undefined, isMember: boolean): Compared {
  if (fresh === undefined) {
    return isMember || old === undefined ? {outcome: 'not graded yet', lines: []} : {
      outcome: 'no longer there', lines: [`${old.submission}  no longer there, was ${old.total}`],
    };
  }
  if (old === undefined) {
    return {outcome: 'new', lines: [`${fresh.submission}  new: ${fresh.total}`]};
  }
  const lines = changesOf(old, fresh);
  if (fresh.total !== old.total) {
    return {outcome: fresh.total > old.total ? 'won points' : 'lost points', lines};
  }
  return {outcome: lines.length > 0 ? 'changed otherwise' : 'unchanged', lines};
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

/** Other files alone are no change: what they came to is. */
function changesOf(old: Grade, fresh: Grade): readonly string[] {
  const whys = [
    ...old.refused === fresh.refused ? [] : [
      fresh.refused === undefined ? 'no longer refused' : `now refused: ${fresh.refused}`,
    ],
    ...fresh.slips.filter(slip => !old.slips.includes(slip))
      .map(slip => `the grader slipped: ${slip}`),
    ...labChanges(old, fresh), ...settledChanges(old, fresh),
  ];
  if (old.total === fresh.total && whys.length === 0) return [];
  const files = old.digest === fresh.digest ? [] : ['the submission itself has changed'];
  return [
    `${fresh.submission}  ${old.total} -> ${fresh.total}  (${signed(fresh.total - old.total)})`,
    ...[...files, ...whys].map(why => `    ${why}`),
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
    return [`${one.title}: ${before.verdict} -> ${one.verdict}` +
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
