/**
 * A class in numbers: how each lab went, and which claims failed most often.
 *
 * Promises: pure functions of the grades. A lab that was not graded for someone does not count as
 * nothing for them.
 * Read next: class-page.ts.
 */
import type {Grade, LabGrade, ScenarioGrade} from '../grade';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** Of several students' points: nothing, so many equal steps between, everything. */
export function barsOf(
  shares: readonly number[], steps: number,
): readonly Bar[] {
  const counts = Array.from({length: steps + 2}, () => 0);
  for (const share of shares) {
    const bar = share <= 0 ? 0 : share >= 1 ? steps + 1 : 1 + Math.floor(share * steps);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  const width = 100 / steps;
  const labelOf = (bar: number): string => {
    if (bar === 0) return '0';
    if (bar === steps + 1) return 'all';
    return `${bar === 1 ? 1 : (bar - 1) * width}–${bar * width - 1}`;
  };
  return counts.map((count, bar) => ({label: labelOf(bar), count}));
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  return (low + (sorted[Math.floor(middle)] ?? low)) / 2;
}

export interface LabFigures {
  readonly lab: Pick<LabGrade, 'lab' | 'name' | 'title' | 'pointsMost'>;
  readonly points: readonly number[];
  readonly median: number;
  readonly full: number;
  /** Nothing of it is written. */
  readonly notBegun: number;
  /** Better with earlier labs stood in than on the student's own. */
  readonly stoodIn: number;
}

/** In the order of the labs. */
export function labFigures(grades: readonly Grade[]): readonly LabFigures[] {
  const byLab = new Map<number, LabGrade[]>();
  for (const lab of grades.flatMap(grade => grade.labs)) {
    const of = byLab.get(lab.lab);
    if (of === undefined) byLab.set(lab.lab, [lab]);
    else of.push(lab);
  }
  return [...byLab.values()].map(figuresOf).sort((a, b) => a.lab.lab - b.lab.lab);
}

function figuresOf(labs: readonly LabGrade[]): LabFigures {
  const [lab] = labs;
  if (lab === undefined) throw new Error('figures of no lab');
  const points = labs.map(one => one.points);
  return {
    lab, points, median: medianOf(points),
    full: labs.filter(one => one.points >= one.pointsMost).length,
    notBegun: labs.filter(({scenarios}) => (
      scenarios.length > 0 && scenarios.every(({verdict}) => verdict === 'not written')
    )).length,
    stoodIn: labs.filter(({counted}) => counted === 'stand-ins').length,
  };
}

export interface FailedClaim {
  readonly lab: number;
  readonly labTitle: string;
  readonly section: string;
  /** A table's claim stands for all its rows. */
  readonly title: string;
  /** The row most submissions broke, if it is a table. */
  readonly row?: string;
  readonly isHidden: boolean;
  /** Positions of those that broke the claim itself. */
  readonly broke: readonly number[];
  /** Of those whose code threw, looped or ran out of something before it could be judged. */
  readonly brokeOff: readonly number[];
  /** Who has written what it needs, whether right or wrong. */
  readonly tried: number;
  /** What one of them was told. */
  readonly example: string;
}

/** What most people got wrong comes first: code that did not run says little about a claim. */
export function failedClaims(grades: readonly Grade[]): readonly FailedClaim[] {
  const tallies = new Map<string, ClaimTally>();
  grades.forEach((grade, position) => {
    for (const lab of grade.labs) {
      for (const scenario of lab.scenarios) {
        if (scenario.verdict === 'not written' || scenario.cause === 'grader') continue;
        const [title] = claimAndRow(scenario.title);
        const key = `${lab.lab} ${scenario.section} ${title}`;
        let tally = tallies.get(key);
        if (tally === undefined) tallies.set(key, tally = new ClaimTally(lab, scenario));
        tally.add(position, scenario);
      }
    }
  });
  return [...tallies.values()].map(tally => tally.claim())
    .filter(({broke, brokeOff}) => broke.length + brokeOff.length > 0)
    .sort((a, b) => b.broke.length - a.broke.length || b.brokeOff.length - a.brokeOff.length
      || a.lab - b.lab);
}

export interface TalkingPoint extends FailedClaim {
  /** Claims that the very same submissions broke: most likely by the same mistake. */
  readonly also: readonly FailedClaim[];
}

/** Claims as `failedClaims` gives them, those that broke together told together. */
export function talkingPoints(claims: readonly FailedClaim[]): readonly TalkingPoint[] {
  const points = new Map<string, FailedClaim & {also: FailedClaim[]}>();
  for (const claim of claims) {
    const key = `${claim.broke.join(' ')} / ${claim.brokeOff.join(' ')}`;
    const point = points.get(key);
    if (point === undefined) points.set(key, {...claim, also: []});
    else point.also.push(claim);
  }
  return [...points.values()];
}

/** 'a server votes once in a term: it voted for nobody' is one row of a table. */
function claimAndRow(title: string): readonly [string, string] {
  const at = title.indexOf(': ');
  return at === -1 ? [title, ''] : [title.slice(0, at), title.slice(at + 2)];
}

class ClaimTally {
  private readonly broke = new Set<number>();
  private readonly brokeOff = new Set<number>();
  private readonly tried = new Set<number>();
  private readonly rows = new Map<string, number>();
  private example = '';

  constructor(private readonly lab: LabGrade, private readonly scenario: ScenarioGrade) {}

  add(position: number, {verdict, cause, reason, title}: ScenarioGrade): void {
    this.tried.add(position);
    if (verdict === 'passed') return;
    const isBroken = cause === undefined || cause === 'rule' || cause === 'unconfirmed';
    if (this.example === '' || isBroken && this.broke.size === 0) this.example = reason ?? '';
    (isBroken ? this.broke : this.brokeOff).add(position);
    const row = claimAndRow(title)[1];
    this.rows.set(row, (this.rows.get(row) ?? 0) + 1);
  }

  claim(): FailedClaim {
    const {lab, scenario: {section, title, isHidden}, example, broke} = this;
    const row = [...this.rows].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
    return {
      lab: lab.lab, labTitle: lab.title, section, title: claimAndRow(title)[0], isHidden,
      ...row === '' ? {} : {row}, broke: [...broke], tried: this.tried.size, example,
      brokeOff: [...this.brokeOff].filter(position => !broke.has(position)),
    };
  }
}
