/**
 * Labs that this copy of the kit was made without: who asks for one is told so, and not that there
 * is no such lab.
 *
 * Hides: that package.json of a copy keeps all words that name them.
 * Read next: scenario/labs.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';
import {absentFiles, allLabs, folderOf} from '../scenario/labs';
import {WrongUse} from './wrong-use';

/** @throws WrongUse if a word names a lab, a part or a file of a lab that was left out. */
export function refuseAbsentLabs(words: readonly string[]): void {
  const named = words.map(absentLabNamed).find(lab => lab !== undefined);
  if (named === undefined) return;
  const here = allLabs().map(folderOf).join(', ');
  throw new WrongUse(`lab ${named} is not part of this copy, which has ${here}`);
}

/** As one says it: '5 (election)'. */
function absentLabNamed(word: string): string | undefined {
  const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  const {flotilla} = JSON.parse(text) as {
    readonly flotilla?: {readonly absentLabs?: Readonly<Record<string, readonly string[]>>};
  };
  const labs = Object.entries(flotilla?.absentLabs ?? {});
  const files = absentFiles();
  const ofFile = files.get(word) ?? files.get(`${word}.ts`);
  const [number, names] = labs.find(([lab, all]) =>
    Number(lab) === ofFile || all.includes(word.toLowerCase())) ?? [];
  return number === undefined ? undefined : `${number} (${names?.[0]})`;
}
