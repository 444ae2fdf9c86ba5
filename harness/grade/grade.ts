/**
 * What a grading run writes down: one grade a submission, plain data.
 *
 * Promises: the same submission gets the same grade on every run, on any machine, with any number
 * of jobs; nothing in it comes from the wall clock.
 * Read next: grade-submission.ts, which makes it; grade-table.ts, which prints it.
 */
import type {Verdict} from '../scenario/outcome';

export interface ScenarioGrade {
  /** As in replay tokens. */
  readonly name: string;
  readonly section: string;
  readonly title: string;
  readonly points: number;
  readonly pointsMost: number;
  readonly verdict: Verdict;
  readonly seedsRun: number;
  readonly seedsPassed: number;
  /** The claim that broke, or what is not written yet. */
  readonly reason?: string;
  /** What a student runs at home to see it. */
  readonly token?: string;
  /** The failure as the student would read it. */
  readonly text?: string;
}

export interface LabGrade {
  readonly lab: number;
  readonly name: string;
  readonly points: number;
  readonly pointsMost: number;
  readonly scenarios: readonly ScenarioGrade[];
}

export interface Grade {
  /** The kit's version. */
  readonly kit: string;
  readonly submission: string;
  /** Why nothing of it was graded, if so. */
  readonly refused?: string;
  readonly labs: readonly LabGrade[];
  readonly points: number;
  readonly pointsMost: number;
  readonly typeErrors: readonly string[];
}

/** Points are shared over rows; two decimals are kept. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}
