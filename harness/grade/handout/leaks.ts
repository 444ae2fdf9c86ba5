/**
 * What must not be in a student's copy, and whether it is.
 *
 * Nothing of the reference and of the logs for students' tests may be there, but for what the
 * skeleton and the given half of a server show anyway; and nothing of the hidden tests, the grader
 * and the kit's own tests, but for what files that are handed out say, too.
 * Promises: it looks at what is in the files, whatever they are called. Only two kinds are told by
 * name: files that were unlocked, which may be as they are, and compiled ones, where a piece counts
 * only if it is long.
 * Read next: token-windows.ts, how a piece is recognised; proof.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {filesOf, isUnlocked} from './choice';
import type {Choice} from './choice';
import type {CopyFiles} from './copy-files';
import {TokenWindows} from './token-windows';

export interface Leak {
  /** In the copy. */
  readonly file: string;
  /** In the kit. */
  readonly source: string;
  readonly text: string;
}

const SOLUTIONS = /^(reference|tests\/\d-\w+\/variants)\//;
/** The samples are made of the reference. */
const INSTRUCTORS = /^(harness|tests\/(hidden|kit))\/(?!grade\/samples\/)/;
const TEXTS = /\.(ts|js|md)$/;
/** What everybody may know: log-notation.ts is how tests of lab 1 write entries. */
const KNOWN_ANYWAY = /^(skeleton|harness\/raft)\/|^tests\/1-log\/log-notation\.ts$/;
/** They write what students get. */
const WRITERS = /^harness\/grade\/handout\/(pages|finished-files|compiled-logs)\.ts$/;

/** Public names stand between mangled ones, so that a short piece of a build means nothing. */
const COMPILED = /^(tests\/\d-\w+\/variants|harness\/raft\/finished)\//;
const COMPILED_LEAST = 30;

export function leaksIn(copy: CopyFiles, choice: Choice): readonly Leak[] {
  const windows = secretsBeside(copy);
  const unlocked = new Set(filesOf(choice.unlocked.map(({lab}) => lab))
    .filter(({file}) => isUnlocked(choice, file)).map(({file}) => `skeleton/${file}`));
  return [...copy].flatMap(([file, content]) => {
    if (unlocked.has(file)) return [];
    const least = COMPILED.test(file) ? COMPILED_LEAST : undefined;
    const found = windows.findIn(file, content.toString('utf8'), least);
    return found === undefined ? [] : [{file, ...found}];
  });
}

/** Windows of all that the kit has and the copy must not have. */
function secretsBeside(copy: CopyFiles): TokenWindows {
  const windows = new TokenWindows();
  // What the kit says in a file that is handed out, not what the copy says there.
  const files = ['reference', 'harness', 'tests', 'skeleton', 'labs'].flatMap(textsBelow);
  const isGiven = (file: string): boolean => copy.has(file) && !SOLUTIONS.test(file);
  const allow = (file: string): void => windows.allow(file, read(file));
  const isInstructors = (file: string): boolean => INSTRUCTORS.test(file) && !isGiven(file);
  files.filter(file => isInstructors(file) && !WRITERS.test(file))
    .forEach(file => windows.addAsItStands(file, read(file)));
  files.filter(file => isGiven(file) || WRITERS.test(file)).forEach(allow);
  files.filter(file => SOLUTIONS.test(file)).forEach(file => windows.add(file, read(file)));
  files.filter(file => KNOWN_ANYWAY.test(file)).forEach(allow);
  return windows;
}

function textsBelow(folder: string): readonly string[] {
  const place = path.join(root, folder);
  if (!fs.existsSync(place)) return [];
  return fs.readdirSync(place, {recursive: true, encoding: 'utf8'})
    .map(file => `${folder}/${file.split(path.sep).join('/')}`)
    .filter(file => TEXTS.test(file)).sort();
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
