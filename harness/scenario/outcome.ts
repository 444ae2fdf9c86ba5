/**
 * What one run of one scenario came to: the only thing that reporters, replay and grading read.
 *
 * Promises: plain data but for the trace; nothing here depends on the wall clock, so the same seed
 * gives the same outcome.
 * Read next: report/render-failure.ts.
 */
import type {FailureParts} from '../world/lab-failure';
import type {Trace} from '../world/trace';

/** One row of the failure's table of servers. Missing values print as '-'. */
export interface ServerRow {
  readonly id: string;
  /** 'follower', 'candidate', 'leader', 'crashed', or what the box is if it is not a server. */
  readonly role: string;
  readonly currentTerm?: number;
  readonly votedFor?: string | null;
  readonly commitIndex?: number;
  readonly lastApplied?: number;
  /** The terms of its log, in order, as Figure 7 draws them: '1 1 2'. */
  readonly log?: string;
}

/** A function that still says `todo()`. */
export interface NotWrittenYet {
  readonly lab: number;
  readonly functionName: string;
  /** As a person knows it: 'skeleton/election.ts'. */
  readonly file: string | null;
  readonly line: number | null;
}

export interface FailureReport {
  readonly parts: FailureParts;
  readonly atMs: number;
  readonly servers: readonly ServerRow[];
  /** All steps of the failing run. */
  readonly trace: Trace;
  /** Kinds of fault without which the same seed passes: 'loss', 'duplication'. May be empty. */
  readonly needs: readonly string[];
  /** What replays it: '5-random-five-s7-v0.1.0'. */
  readonly token: string;
  /** What --subject must say when it is replayed; absent for the default. */
  readonly subject?: string;
  /** The rates this seed drew, if it drew any: 'loss 12 %, delay 0–26 ms'. */
  readonly conditions: string | null;
}

export type Verdict = 'passed' | 'failed' | 'not written';

export interface Outcome {
  readonly verdict: Verdict;
  readonly seed: number;
  /** Virtual time the run took. */
  readonly virtualMs: number;
  readonly messages: number;
  /** Messages that ask for results: what the Go labs count as RPCs. */
  readonly requests: number;
  readonly bytes: number;
  /** Inputs and effects, for limits and benchmarks. */
  readonly events: number;
  readonly failure?: FailureReport;
  readonly notWritten?: NotWrittenYet;
}

/** A part of a lab, as reports name it. */
export interface PartName {
  /** 'a' of 7a. */
  readonly letter: string;
  readonly name: string;
  /** In the lab's folder: 'a-persistence.md'. */
  readonly handout: string;
}

/** What of a result names its lab and its part. */
export type LabName = Pick<ScenarioResult, 'lab' | 'labName' | 'part' | 'isHidden'>;

/** 'Lab 5 · election', 'Lab 7a · persistence', 'Lab 5 · election, hidden'. */
export function headingOf({lab, labName, part, isHidden}: LabName): string {
  const [number, name] = part === undefined ? [lab, labName] : [`${lab}${part.letter}`, part.name];
  return `Lab ${number} · ${name}${isHidden === true ? ', hidden' : ''}`;
}

/** The handout of a lab or of its part, from the kit's own folder. */
export function handoutOf({lab, labName, part}: LabName): string {
  return `labs/${lab}-${labName}/${part?.handout ?? 'README.md'}`;
}

/** All seeds of one scenario; the first that failed decides what is shown. */
export interface ScenarioResult {
  readonly lab: number;
  readonly labName: string;
  /** The part of the lab, if it has parts. */
  readonly part?: PartName;
  /** Whether it only grades: its points count to no lab's sum. */
  readonly isHidden?: boolean;
  /** The paper's section or figure, as the test states it: '§5.4.1'. */
  readonly section: string;
  readonly group: string;
  /** The slug in tokens: 'random-five'. */
  readonly name: string;
  readonly title: string;
  readonly points: number;
  readonly verdict: Verdict;
  readonly seedsRun: number;
  readonly seedsPassed: number;
  /** The failing one if any failed, else the first. */
  readonly shown: Outcome;
}
