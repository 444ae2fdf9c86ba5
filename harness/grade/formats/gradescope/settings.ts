/**
 * What an autograder zip was built to do: autograder.json in it.
 *
 * Read next: autograder-zip.ts, which writes it; ../../../cli/grade-one.ts, which reads it.
 */
import fs from 'node:fs';
import type {Policy} from '../../policy';

export interface AutograderSettings {
  /** Numbers of the labs that this assignment grades. */
  readonly labs: readonly number[];
  /** What Gradescope allows. When it ends a grader it keeps no results, so grading stops before. */
  readonly seconds: number;
  /** Grades nobody unless code can be shut in securely. */
  readonly requireSandbox: boolean;
  readonly policy: Policy;
}

/** What grading leaves of it: for starting up, and for run_autograder, which leaves the half. */
export const RESERVE_SECONDS = 60;

export function readSettings(file: string): AutograderSettings {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as AutograderSettings;
}
