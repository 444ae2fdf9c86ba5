/**
 * What grading a submission came to: plain data, the only thing that reports are made from.
 *
 * Promises: the same submission gets the same grade on every run, on any machine, with any number
 * of jobs; nothing in it comes from the wall clock but `times`. It holds all there is to know, for
 * the instructor; feedback.ts makes of it what a student may see.
 * Read next: policy.ts, which says what counts; engine/, which makes grades.
 */
import type {Verdict} from '../scenario/outcome';
import type {Reveal, Visibility} from './policy';

/** Why a scenario did not pass. */
export type Cause =
  /** A rule of the paper or of the lab was broken: `reason` says which. */
  | 'rule'
  /** The code threw, looped, or did what no server may. */
  | 'fault'
  /** Its process took too long, took too much memory, said too much, or ended. */
  | 'time' | 'memory' | 'output' | 'process'
  /** A server behaved differently when it ran in a process of its own. */
  | 'unconfirmed'
  /** A slip of the grader: never points, never the student's fault. */
  | 'grader';

export interface ScenarioGrade {
  /** As in replay tokens. */
  readonly name: string;
  /** The letter of the lab's part, if it has parts. */
  readonly part?: string;
  readonly section: string;
  readonly group: string;
  readonly title: string;
  /** Whether it is one of tests/hidden. */
  readonly isHidden: boolean;
  readonly points: number;
  readonly pointsMost: number;
  readonly verdict: Verdict;
  readonly seedsRun: number;
  readonly seedsPassed: number;
  /** The first seed that failed. */
  readonly seedFailed?: number;
  readonly cause?: Cause;
  /** The claim that broke, or what is not written yet. */
  readonly reason?: string;
  /** What a student runs at home to see it; absent where they have no such scenario. */
  readonly token?: string;
  /** The failure as the student would read it. */
  readonly text?: string;
  /** The picture of the failing run: an SVG element. Only the first failures have one. */
  readonly picture?: string;
  /** What the policy lets a student see of it, and when. */
  readonly reveal: Reveal;
  readonly visibility: Visibility;
}

export interface LabGrade {
  readonly lab: number;
  readonly name: string;
  readonly title: string;
  readonly points: number;
  readonly pointsMost: number;
  /** The better of the two runs below; `scenarios` are its scenarios. */
  readonly counted: 'own' | 'stand-ins';
  /** Points on the student's own earlier labs. */
  readonly ownPoints: number;
  /**
   * With earlier labs stood in for the scenarios that failed on the student's own; null if these or
   * this lab lost nothing, and nothing was run. A lab that was not begun wins nothing so: it has as
   * many as on their own, without a run.
   */
  readonly standInPoints: number | null;
  readonly scenarios: readonly ScenarioGrade[];
}

/** How well the code was shut in. */
export interface SandboxReport {
  /** 1 is the best, 4 the least. */
  readonly tier: 1 | 2 | 3 | 4;
  /** In a few words: 'own user, own namespaces'. */
  readonly name: string;
  readonly isSecure: boolean;
}

export interface Student {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
}

export interface Lateness {
  readonly lab: number;
  /** ISO 8601, both. */
  readonly submittedAt: string;
  readonly dueAt: string;
  /** Whole days begun since it was due. */
  readonly daysLate: number;
  /** Of these, how many cost nothing: late days of the student's, or excused ones. */
  readonly daysFree: number;
  /** What is taken off. */
  readonly points: number;
  /** The most days that a lab may be late; only where it was later, and is worth nothing. */
  readonly daysMost?: number;
}

export interface Grade {
  /** The version of this shape. */
  readonly schema: 1;
  /** The kit's version. */
  readonly kit: string;
  /** Of the policy it was graded by. */
  readonly policy: string;
  readonly sandbox: SandboxReport;
  readonly submission: string;
  readonly student?: Student;
  /** Of the names and bytes of the files that were taken. */
  readonly digest: string;
  /** Why nothing of it was graded, if so. */
  readonly refused?: string;
  /** Files that were graded, and what was handed in beside them and passed over. */
  readonly files: readonly string[];
  readonly passedOver: readonly string[];
  readonly labs: readonly LabGrade[];
  /** The sum over the labs. */
  readonly points: number;
  readonly pointsMost: number;
  readonly typeErrors: readonly string[];
  /** What type errors cost. */
  readonly typePenalty: number;
  readonly late: readonly Lateness[];
  /** An instructor's word, which counts instead. */
  readonly override?: {readonly points: number; readonly why: string};
  /** What counts in the end. */
  readonly total: number;
  /** Slips of the grader itself, which nobody should lose points for. */
  readonly slips: readonly string[];
  /** Not the same on every run. */
  readonly times?: Times;
}

export interface Times {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly wallSeconds: number;
}

/**
 * Points are shared over rows; two decimals are kept. Half a hundredth is rounded up, also where a
 * sum of many shares comes out a hair below it.
 */
export function roundPoints(points: number): number {
  return Math.round(Math.round(points * 1e6) / 1e4) / 100;
}

/** What a row is worth, so fine that hundreds of rows add up again. */
export function exactPoints(points: number): number {
  return Math.round(points * 1e9) / 1e9;
}
