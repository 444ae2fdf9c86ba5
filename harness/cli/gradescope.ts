/**
 * `flotilla gradescope`: builds the zip that an instructor uploads as an autograder.
 *
 * Read next: ../grade/formats/gradescope/autograder-zip.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {autograderZip} from '../grade/formats/gradescope/autograder-zip';
import {hasOpenSeeds, worthOf} from '../grade/policy';
import {counted} from '../report/text-layout';
import {labsAsked, OPEN_SEEDS, policyAsked} from './grade-options';
import {leave} from './leave';
import {wholeNumber} from './options';
import {WrongUse} from './wrong-use';

/** Gradescope lets an instructor raise its limit to this. */
const MINUTES_MOST = 40;
const MINUTES_LEAST = 3;

export interface GradescopeOptions {
  readonly out: string;
  readonly lab?: readonly string[];
  readonly policy?: string;
  readonly minutes: string;
  readonly requireSandbox?: boolean;
}

export async function gradescopeCommand(options: GradescopeOptions): Promise<void> {
  const minutes = wholeNumber(options.minutes, '--minutes', MINUTES_LEAST, MINUTES_MOST);
  const labs = labsAsked(options.lab);
  const policy = policyAsked(options.policy);
  const zip = autograderZip({
    labs: labs.map(({number}) => number), seconds: minutes * 60,
    requireSandbox: options.requireSandbox === true, policy,
  });
  const file = path.resolve(options.out);
  try {
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, zip);
  } catch (error) {
    throw new WrongUse(`cannot write "${options.out}": ${(error as Error).message}`);
  }
  const points = labs.reduce((sum, lab) => sum + worthOf(policy, lab), 0);
  print(`Wrote ${options.out} (${(zip.length / 1e6).toFixed(1)} MB): it grades ` +
    `${counted(labs.length, 'lab')}, ${points} points, within ${minutes} minutes.`);
  print('It holds the reference and the hidden tests: upload it to Gradescope, give it to nobody.');
  print(`On Gradescope: Configure Autograder, base image Ubuntu 22.04, time limit ${minutes} ` +
    'minutes; 2 CPUs and 3 GB of memory if your plan has them.');
  if (hasOpenSeeds(policy)) print(OPEN_SEEDS);
  await leave(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
