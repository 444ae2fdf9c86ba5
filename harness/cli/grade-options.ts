/**
 * Options that all commands which grade understand alike.
 *
 * Promises: what is wrong with one is said in one line, before anything is graded.
 * Read next: grade-setup.ts; grade-one-setup.ts; gradescope.ts.
 */
import {DEFAULT_POLICY} from '../grade/policy';
import type {Policy} from '../grade/policy';
import {readPolicy} from '../grade/policy-file';
import {allLabs, findNamed} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {WrongUse} from './wrong-use';

/** To be said where nobody has set a secret. */
export const OPEN_SEEDS = 'Anybody who has the kit can work out the hidden seeds: set ' +
  'hiddenSeeds.secret in a policy (--policy; harness/grade/POLICY.md).';

/** `--lab`, by number, name or file; all labs without it. */
export function labsAsked(named: readonly string[] | undefined): readonly Lab[] {
  const numbers = named?.map(name => wholeLab(name, '--lab').number);
  return allLabs().filter(({number}) => numbers?.includes(number) !== false);
}

/** A lab has one grade: its parts have none of their own. @throws WrongUse for a part of a lab. */
export function wholeLab(named: string, option: string): Lab {
  const {lab, part} = findNamed(named);
  if (part === undefined) return lab;
  throw new WrongUse(`labs are graded whole: say ${option} ${lab.number}, not ${named}`);
}

/** `--policy`. */
export function policyAsked(file: string | undefined): Policy {
  return file === undefined ? DEFAULT_POLICY : readPolicy(file, allLabs());
}
