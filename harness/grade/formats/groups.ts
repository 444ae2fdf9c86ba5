/**
 * Scenarios by group: the unit that Gradescope, GitHub Classroom and JUnit are told of.
 *
 * A lab has some fifty to more than three hundred scenarios, many of them rows of one table, worth
 * a few hundredths of a point each. A group is what a student thinks of ("one vote a term"), and
 * fits on a page.
 * Promises: points are whole cents, and those of the groups add up to the lab's exactly; a group
 * that passed has all its points, but for a cent that no other group could take.
 * Read next: gradescope/results.ts.
 */
import type {LabGrade, ScenarioGrade} from '../grade';
import {oneLine, plainText} from './plain-text';

export interface ScenarioGroup {
  readonly lab: LabGrade;
  /** '5.3', '7a.2'. */
  readonly number: string;
  /** 'Lab 5 · §5.2 one vote a term'. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly hasPassed: boolean;
  readonly points: number;
  readonly pointsMost: number;
  readonly scenarios: readonly ScenarioGrade[];
}

/** In the order of the tests. A group with several visibilities is several groups. */
export function groupsOf(lab: LabGrade): readonly ScenarioGroup[] {
  const groups = new Map<string, ScenarioGrade[]>();
  for (const scenario of lab.scenarios) {
    const {part, section, group, isHidden, visibility} = scenario;
    const key = JSON.stringify([part, section, group, isHidden, visibility]);
    groups.set(key, [...groups.get(key) ?? [], scenario]);
  }
  const all = [...groups.values()];
  const most = shareOut(lab.pointsMost, all.map(group => sumOf(group, 'pointsMost')));
  const points = sharePoints(lab.points, all, most);
  const counts = new Map<string, number>();
  return all.map((scenarios, position) => {
    const [first] = scenarios as [ScenarioGrade, ...ScenarioGrade[]];
    const labNumber = `${lab.lab}${first.part ?? ''}`;
    const count = (counts.get(labNumber) ?? 0) + 1;
    counts.set(labNumber, count);
    return {
      lab, number: `${labNumber}.${count}`, isHidden: first.isHidden, scenarios,
      name: oneLine(`Lab ${labNumber} · ${first.section} ${first.group}` +
        (first.isHidden && first.group !== 'hidden tests' ? ' (hidden tests)' : ''), 200),
      hasPassed: scenarios.every(({verdict}) => verdict === 'passed'),
      points: points[position]!, pointsMost: most[position]!,
    };
  });
}

function sumOf(scenarios: readonly ScenarioGrade[], key: 'points' | 'pointsMost'): number {
  return scenarios.reduce((sum, scenario) => sum + scenario[key], 0);
}

/** Whole cents in proportion to the weights; what is left over goes to the largest remainders. */
function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const cents = Math.round(total * 100);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map((_, n) => (n === 0 ? cents / 100 : 0));
  const exact = weights.map(weight => weight * cents / sum);
  const shares = exact.map(share => Math.floor(share + 1e-6));
  const order = exact.map((share, n) => ({n, rest: share - shares[n]!}))
    .sort((a, b) => b.rest - a.rest || a.n - b.n);
  const left = cents - shares.reduce((all, share) => all + share, 0);
  for (const {n} of order.slice(0, Math.max(0, left))) shares[n]! += 1;
  return shares.map(share => share / 100);
}

/** As shareOut, but none gets more than it is worth, and one that earned all gets all. */
function sharePoints(
  total: number, groups: readonly (readonly ScenarioGrade[])[], most: readonly number[],
): readonly number[] {
  const centsMost = most.map(one => Math.round(one * 100));
  const earned = groups.map(group => sumOf(group, 'points') / (sumOf(group, 'pointsMost') || 1));
  const shares = earned.map((share, n) => Math.round(share * centsMost[n]!));
  // Cents go first to groups with a part of their points, then to the largest ones.
  const order = groups.map((_, n) => n).sort((a, b) =>
    Number(isPart(earned[b]!)) - Number(isPart(earned[a]!)) || centsMost[b]! - centsMost[a]! ||
    a - b);
  let left = Math.round(total * 100) - shares.reduce((all, share) => all + share, 0);
  while (left !== 0 && order.length > 0) {
    const step = Math.sign(left);
    const movable = order.filter(n => (step > 0 ? shares[n]! < centsMost[n]! : shares[n]! > 0));
    if (movable.length === 0) break;
    for (const n of movable.slice(0, Math.abs(left))) {
      shares[n]! += step;
      left -= step;
    }
  }
  return shares.map(share => share / 100);
}

function isPart(share: number): boolean {
  return share > 0 && share < 1;
}

/** How many failures of a group are told whole; a table that fails in each row tells it once. */
const TOLD_WHOLE = 3;

/** What a person reads of a group: each scenario, and the first failures whole. */
export function groupText(group: ScenarioGroup, textMost?: number): string {
  let told = 0;
  return group.scenarios.map(scenario => {
    const head = scenarioLine(scenario);
    if (scenario.verdict !== 'failed') return head;
    const text = scenario.text !== undefined && told++ < TOLD_WHOLE
      ? plainText(scenario.text, textMost) : undefined;
    const replay = scenario.token === undefined || (text?.includes(scenario.token) ?? false)
      ? [] : [`Replay  npx flotilla replay ${oneLine(scenario.token)}`];
    return [head, ...indented([text ?? reasonOf(scenario), ...replay])].join('\n');
  }).join('\n');
}

/** 'passed  0.3 of 0.3  the logs are equal'. */
function scenarioLine(scenario: ScenarioGrade): string {
  const {verdict, points, pointsMost, title, seedsRun, seedsPassed, reason} = scenario;
  const seeds = verdict === 'failed' && seedsRun > 1
    ? ` (${seedsPassed} of ${seedsRun} seeds passed)` : '';
  const todo = verdict === 'not written' && reason !== undefined ? `: ${oneLine(reason)}` : '';
  const amount = `${roundedText(points)} of ${roundedText(pointsMost)}`;
  return `${verdict.padEnd(11)}  ${amount.padEnd(12)}  ${oneLine(title)}${seeds}${todo}`;
}

/** A failure in one line. */
export function reasonOf({reason, verdict}: ScenarioGrade): string {
  return reason === undefined ? verdict : oneLine(reason);
}

function roundedText(points: number): string {
  return String(Math.round(points * 1000) / 1000);
}

function indented(texts: readonly string[]): readonly string[] {
  return texts.filter(text => text !== '').flatMap(text => text.split('\n'))
    .map(line => (line === '' ? '' : `    ${line}`));
}
