/**
 * Submissions that fail the same way: one mistake to talk about, not twenty.
 *
 * Two are alike if they fail exactly the same claims, or if the first thing that fails says the
 * same but for numbers, values and the names of servers.
 * Promises: a pure function; order and names of submissions do not change who is grouped.
 * Read next: class-figures.ts.
 */
import type {Grade, LabGrade, ScenarioGrade} from '../grade';

export interface AlikeGroup {
  /** The first failure of the group's first submission. */
  readonly lab: number;
  readonly section: string;
  readonly title: string;
  readonly reason: string;
  /** Their positions in the list given, in its order; at least two. */
  readonly positions: readonly number[];
  /** Those that fail exactly the same claims, and how many these are; the most frequent first. */
  readonly sameClaims: readonly {readonly claims: number; readonly positions: readonly number[]}[];
}

export interface FailedScenario {
  readonly lab: LabGrade;
  readonly scenario: ScenarioGrade;
}

/** What a student failed, lab by lab. A slip of the grader is nobody's failure. */
export function failuresOf(grade: Grade): readonly FailedScenario[] {
  return grade.labs.flatMap(lab => lab.scenarios
    .filter(({verdict, cause}) => verdict === 'failed' && cause !== 'grader')
    .map(scenario => ({lab, scenario})));
}

/** A claim without what differs from run to run: numbers, values in quotes, which server. */
export function normaliseClaim(claim: string): string {
  return claim.slice(0, 1000).replace(/"[^"]*"/g, '"…"').replace(/\b([SC])\d+\b/g, '$1')
    .replace(/\d+(?:\.\d+)?/g, '#').replace(/\s+/g, ' ').trim();
}

/** The largest group first; equal ones in the order of the labs. */
export function groupAlike(grades: readonly Grade[]): readonly AlikeGroup[] {
  const failing = grades.map((grade, position) => ({position, failures: failuresOf(grade)}))
    .filter(({failures}) => failures.length > 0);
  const joins = new Joins();
  for (const {position, failures} of failing) {
    joins.join(position, `first ${firstOf(failures)}`);
    joins.join(position, `claims ${claimsOf(failures)}`);
  }
  const groups = joins.groups().filter(positions => positions.length > 1)
    .map(positions => groupFrom(positions, grades));
  return groups.sort((a, b) => b.positions.length - a.positions.length || a.lab - b.lab
    || (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
}

function firstOf(failures: readonly FailedScenario[]): string {
  const first = failures[0];
  if (first === undefined) return '';
  const {lab, scenario} = first;
  return `${lab.lab} ${normaliseClaim(scenario.reason ?? scenario.title)}`;
}

function claimsOf(failures: readonly FailedScenario[]): string {
  return failures.map(({lab, scenario}) => `${lab.lab}-${scenario.name}`).sort().join(' ');
}

function groupFrom(positions: readonly number[], grades: readonly Grade[]): AlikeGroup {
  const failures = positions.map(position => failuresOf(grades[position]!));
  const first = failures[0]?.[0];
  if (first === undefined) throw new Error('a group of submissions that fail nothing');
  const same = new Map<string, {claims: number; positions: number[]}>();
  positions.forEach((position, n) => {
    const key = claimsOf(failures[n] ?? []);
    const set = same.get(key) ?? {claims: failures[n]?.length ?? 0, positions: []};
    set.positions.push(position);
    same.set(key, set);
  });
  const {lab, scenario: {section, title, reason}} = first;
  return {
    lab: lab.lab, section, title, reason: reason ?? title, positions,
    sameClaims: [...same.values()].filter(set => set.positions.length > 1)
      .sort((a, b) => b.positions.length - a.positions.length),
  };
}

/** Who shares a mark with whom, also by way of others. */
class Joins {
  private readonly parents = new Map<number, number>();
  private readonly firstWith = new Map<string, number>();

  join(position: number, mark: string): void {
    if (!this.parents.has(position)) this.parents.set(position, position);
    const other = this.firstWith.get(mark);
    if (other === undefined) this.firstWith.set(mark, position);
    else this.parents.set(this.rootOf(position), this.rootOf(other));
  }

  /** Each in ascending order. */
  groups(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (const position of this.parents.keys()) {
      const root = this.rootOf(position);
      groups.set(root, [...groups.get(root) ?? [], position]);
    }
    return [...groups.values()];
  }

  private rootOf(position: number): number {
    let root = position;
    for (let next = this.parents.get(root); next !== undefined && next !== root;) {
      root = next;
      next = this.parents.get(root);
    }
    return root;
  }
}
