/**
 * Options that all commands which grade understand alike.
 *
 * Promises: what is wrong with one is said in one line, before anything is graded.
 * Read next: grade-setup.ts; grade-one-setup.ts; gradescope.ts.
 */
import {DEFAULT_POLICY} from '../grade/policy';
import type {Policy} from '../grade/policy';
import {readPolicy} from '../grade/policy-file';
import {allLabs, findLab} from '../scenario/labs';
import type {Lab} from '../scenario/labs';

/** `--lab`, by number, name or file; all labs without it. */
export function labsAsked(named: readonly string[] | undefined): readonly Lab[] {
  const numbers = named?.map(name => findLab(name).number);
  return allLabs().filter(({number}) => numbers?.includes(number) !== false);
}

/** `--policy`. */
export function policyAsked(file: string | undefined): Policy {
  return file === undefined ? DEFAULT_POLICY : readPolicy(file, allLabs());
}
