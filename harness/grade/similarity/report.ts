/**
 * Ranks submissions of a class by the code they share: a list to look at, never a verdict.
 *
 * What everybody was given does not count: the skeleton, the given half, and whatever many share.
 * The reference and former classes are compared with, too.
 * Promises: a submission that cannot be read is named, and does not stop the others. The same
 * folders give the same list.
 * Read next: similarity-text.ts, how it is printed.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {Refused, submissionsIn, take} from '../intake/submission';
import type {Submission} from '../intake/submission';
import {commonMostFor, filePairsAmong, hashesOf, pairsAmong} from './comparison';
import type {ComparisonOptions, Pair} from './comparison';
import {documentFrom, hashesIn} from './document';
import type {Document, Origin} from './document';
import {regionsOf} from './regions';
import type {Region} from './regions';

export interface SimilarityFolders {
  /** A folder with a folder or an archive for each submission. */
  readonly submissions: string;
  /** The same of former classes. */
  readonly past?: readonly string[];
}

export interface SimilarityOptions {
  /** How many pairs are wanted, of submissions and of single files each; 20 if absent. */
  readonly top?: number;
}

export interface SimilarPair extends Pair {
  readonly regions: readonly Region[];
}

export interface SimilarityReport {
  /** How many of this class, and of former ones. */
  readonly compared: Readonly<Record<Origin, number>>;
  readonly notCompared: readonly {readonly name: string; readonly why: string}[];
  /** The most alike first. */
  readonly pairs: readonly SimilarPair[];
  /** Single files that are alike, of submissions that are not told above. */
  readonly files: readonly SimilarPair[];
}

const TOP = 20;
/** Five shared fingerprints in a row are some eight lines that stand in few other submissions. */
const SHARED_LEAST = 5;

export async function similarityReport(
  {submissions, past = []}: SimilarityFolders, {top = TOP}: SimilarityOptions = {},
): Promise<SimilarityReport> {
  const reader = new Reader();
  await reader.read(submissionsIn(submissions), 'class');
  for (const folder of past) {
    const prefix = `${path.basename(path.resolve(folder))}/`;
    await reader.read(submissionsIn(folder), 'past', prefix);
  }
  reader.readReference();
  const {documents, notCompared} = reader;
  const options = {commonMost: commonMostFor(documents.length), sharedLeast: SHARED_LEAST};
  const isMeant = rareIn(documents, options);
  const detailed = (pair: Pair): SimilarPair => ({...pair, regions: regionsFor(pair, isMeant)});
  const pairs = pairsAmong(documents, options).slice(0, top);
  const told = new Set(pairs.map(namesOf));
  const files = filePairsAmong(documents, options).filter(pair => !told.has(namesOf(pair)));
  return {
    compared: countsOf(documents), notCompared,
    pairs: pairs.map(detailed), files: files.slice(0, top).map(detailed),
  };
}

class Reader {
  readonly documents: Document[] = [];
  readonly notCompared: {name: string; why: string}[] = [];
  private readonly given = hashesIn([...textsBelow('skeleton'), ...textsBelow('harness/raft')]
    .map(([, text]) => text));

  async read(submissions: readonly Submission[], origin: Origin, prefix = ''): Promise<void> {
    for (const submission of submissions) {
      const name = `${prefix}${submission.name}`;
      try {
        const {texts} = await take(submission);
        this.add({name, origin}, [...texts].map(([file, text]) => [file, text.toString('utf8')]));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.notCompared.push({name, why: error.message});
      }
    }
  }

  /** A copy of the kit without it has nothing to compare with. */
  readReference(): void {
    if (!fs.existsSync(path.join(root, 'reference'))) return;
    this.add({name: 'the reference', origin: 'reference'}, textsBelow('reference'));
  }

  private add(
    whose: Pick<Document, 'name' | 'origin'>, texts: readonly (readonly [string, string])[],
  ): void {
    this.documents.push(documentFrom(whose, texts, this.given));
  }
}

function textsBelow(folder: string): readonly (readonly [name: string, text: string])[] {
  const place = path.join(root, folder);
  return fs.readdirSync(place, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.ts')).sort()
    .map(file => [file.split(path.sep).join('/'), fs.readFileSync(path.join(place, file), 'utf8')]);
}

/** Whether few enough documents have a hash. */
function rareIn(
  documents: readonly Document[], {commonMost}: ComparisonOptions,
): (hash: number) => boolean {
  const counts = new Map<number, number>();
  for (const {files} of documents) {
    for (const hash of hashesOf(files)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return hash => (counts.get(hash) ?? 0) <= commonMost;
}

function regionsFor(
  {one, other, files}: Pair, isMeant: (hash: number) => boolean,
): readonly Region[] {
  const only = (document: Document, file: string | undefined): Document => (file === undefined
    ? document : {...document, files: document.files.filter(({name}) => name === file)});
  return regionsOf(only(one, files?.[0]), only(other, files?.[1]), isMeant);
}

function namesOf({one, other}: Pair): string {
  return `${one.name}\0${other.name}`;
}

function countsOf(documents: readonly Document[]): SimilarityReport['compared'] {
  const count = (origin: Origin): number =>
    documents.filter(document => document.origin === origin).length;
  return {class: count('class'), past: count('past'), reference: count('reference')};
}
