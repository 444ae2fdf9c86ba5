/**
 * `flotilla similarity <folder>`: which submissions share code.
 *
 * Promises: exit 0 whatever the list says, since it is no verdict; 2 if there is nothing to compare
 * or the list cannot be written.
 * Read next: grade/similarity/report.ts.
 */
import fs from 'node:fs';
import {submissionsIn} from '../grade/intake/submission';
import {similarityReport} from '../grade/similarity/report';
import {similarityCsv, similarityLines} from '../grade/similarity/similarity-text';
import {leave} from './leave';
import {wholeNumber} from './options';
import {WrongUse} from './wrong-use';

export interface SimilarityCommandOptions {
  readonly past?: readonly string[];
  readonly top: string;
  /** A file. */
  readonly csv?: string;
}

export async function similarityCommand(
  folder: string, {past = [], top, csv}: SimilarityCommandOptions,
): Promise<void> {
  const count = wholeNumber(top, '--top', 1, 10_000);
  for (const each of [folder, ...past]) requireSubmissions(each);
  await tellSimilarity({folder, past, top: count, ...csv === undefined ? {} : {csv}});
  await leave(0);
}

export interface Asked {
  readonly folder: string;
  readonly past: readonly string[];
  readonly top: number;
  readonly csv?: string;
}

/** Prints the list, and writes it if it has somewhere to go. @throws WrongUse */
export async function tellSimilarity({folder, past, top, csv}: Asked): Promise<void> {
  const report = await similarityReport({submissions: folder, past}, {top});
  if (csv !== undefined) write(csv, similarityCsv(report));
  process.stdout.write(similarityLines(report).map(line => `${line}\n`).join(''));
}

/** @throws WrongUse */
export function requireSubmissions(folder: string): void {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    throw new WrongUse(`there is no folder "${folder}"`);
  }
  if (submissionsIn(folder).length > 0) return;
  throw new WrongUse(`no submission (a folder, a zip or a tarball) is in "${folder}"`);
}

function write(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    throw new WrongUse(`cannot write the list to "${file}": ${(error as Error).message}`);
  }
}
