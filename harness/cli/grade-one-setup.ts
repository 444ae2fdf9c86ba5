/**
 * What `flotilla grade-one` was asked to do, checked before anything is graded.
 *
 * Read next: grade-one.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {ONE_FORMATS} from '../grade/formats/formats';
import type {OneFormat} from '../grade/formats/formats';
import {readMetadata, withDueDate} from '../grade/formats/gradescope/metadata';
import type {SubmissionFacts} from '../grade/formats/gradescope/metadata';
import {readSettings, RESERVE_SECONDS} from '../grade/formats/gradescope/settings';
import type {AutograderSettings} from '../grade/formats/gradescope/settings';
import type {Submission} from '../grade/intake/submission';
import type {Policy} from '../grade/policy';
import {allLabs} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {labsAsked, policyAsked} from './grade-options';
import {wholeNumber} from './options';
import {WrongUse} from './wrong-use';

export interface GradeOneOptions {
  readonly format: string;
  readonly out: string;
  readonly lab?: readonly string[];
  readonly name?: string;
  readonly policy?: string;
  /** Gradescope's submission_metadata.json. */
  readonly metadata?: string;
  /** An autograder's autograder.json, which says what else is left out here. */
  readonly settings?: string;
  readonly seconds?: string;
  readonly requireSandbox?: boolean;
}

export interface OneSetup {
  readonly format: OneFormat;
  readonly outFile: string;
  readonly submission: Submission;
  readonly labs: readonly Lab[];
  readonly policy: Policy;
  readonly requireSandbox: boolean;
  readonly seconds?: number;
  /** To be said before grading. */
  readonly notes: readonly string[];
}

const HOURS_24 = 86_400;
const ARCHIVE = /\.(?:zip|tar|tar\.gz|tgz)$/i;

/** @throws WrongUse */
export function setUpOne(named: string, options: GradeOneOptions): OneSetup {
  const settings = settingsFrom(options.settings);
  const labs = options.lab === undefined && settings !== undefined
    ? allLabs().filter(({number}) => settings.labs.includes(number)) : labsAsked(options.lab);
  const facts = factsFrom(options.metadata);
  const {trouble, student, submittedAt} = facts;
  const policy = options.policy === undefined && settings !== undefined
    ? settings.policy : policyAsked(options.policy);
  const seconds = secondsFrom(options.seconds, settings);
  return {
    format: formatNamed(options.format), outFile: path.resolve(options.out), labs,
    submission: {
      name: options.name ?? facts.name ?? path.basename(path.resolve(named)),
      path: placeOf(named), ...student === undefined ? {} : {student},
      ...submittedAt === undefined ? {} : {submittedAt},
    },
    policy: withDueDate(policy, labs.map(({number}) => number), facts),
    requireSandbox: options.requireSandbox ?? settings?.requireSandbox ?? false,
    ...seconds === undefined ? {} : {seconds}, notes: trouble,
  };
}

function formatNamed(named: string): OneFormat {
  const format = ONE_FORMATS.find(({name}) => name === named);
  if (format !== undefined) return format;
  throw new WrongUse(`--format takes ${ONE_FORMATS.map(({name}) => name).join(', ')}, ` +
    `not "${named}"`);
}

/** Platforms make a folder even of a single archive; then the archive is the submission. */
function placeOf(named: string): string {
  const place = path.resolve(named);
  if (!fs.existsSync(place)) throw new WrongUse(`there is no submission "${named}"`);
  if (!fs.statSync(place).isDirectory()) return place;
  const [only, ...others] = fs.readdirSync(place, {withFileTypes: true})
    .filter(({name}) => !name.startsWith('.'));
  return only !== undefined && others.length === 0 && only.isFile() && ARCHIVE.test(only.name)
    ? path.join(place, only.name) : place;
}

function settingsFrom(file: string | undefined): AutograderSettings | undefined {
  if (file === undefined) return undefined;
  try {
    return readSettings(file);
  } catch (error) {
    throw new WrongUse(`cannot read the settings in "${file}": ${(error as Error).message}`);
  }
}

/** A platform that says nothing of a submission is no reason not to grade it. */
function factsFrom(file: string | undefined): SubmissionFacts {
  if (file === undefined) return {trouble: []};
  try {
    return readMetadata(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    return {trouble: [`cannot read ${file}: ${(error as Error).message}`]};
  }
}

function secondsFrom(
  asked: string | undefined, settings: AutograderSettings | undefined,
): number | undefined {
  if (asked !== undefined) return wholeNumber(asked, '--seconds', 1, HOURS_24);
  return settings === undefined ? undefined : settings.seconds - RESERVE_SECONDS;
}
