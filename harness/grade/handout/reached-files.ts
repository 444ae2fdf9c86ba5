/**
 * Which of the kit's files a student's commands and tests reach, and which packages those need.
 *
 * A file is reached if one that is reached names it: in an import, or in any other text in quotes,
 * for programs of processes and of boxes are named so. What nobody names stays with the instructor.
 * Promises: a file that students get and that needs one of the instructor's is an error.
 * Read next: copy-files.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../host/register.js';

/** Of the kit, with '/' between folders: 'harness/host/box.ts'. */
export type KitFile = string;

export interface Reached {
  readonly files: readonly KitFile[];
  /** As package.json names them. */
  readonly packages: readonly string[];
}

/** Programs of boxes are named without their folder. */
const FOLDERS = ['', 'harness/host'];
const ENDINGS = ['', '.ts', '.js', '/index.ts'];
const HANDED_OUT = /^(harness|tests)\//;
const INSTRUCTORS = /^(reference|harness\/grade|tests\/(kit|hidden))\//;

/** @param isLeftOut files that are named, but only used where they are there. */
export function reachedFrom(
  entries: readonly KitFile[], isLeftOut: (file: KitFile) => boolean,
): Reached {
  const known = knownPackages();
  const files = new Set<KitFile>(entries);
  const packages = new Set<string>();
  // A set hands out what is added to it on the way.
  for (const file of files) {
    if (!/\.(ts|js)$/.test(file)) continue;
    for (const text of textsIn(file)) {
      const found = packageNamed(text, known);
      if (found !== undefined) packages.add(found);
      for (const named of filesNamed(text, file)) {
        if (INSTRUCTORS.test(named)) throw new Error(`${file} is handed out, and needs ${named}`);
        if (!isLeftOut(named)) files.add(named);
      }
    }
  }
  return {files: [...files].sort(), packages: [...withTypes(packages, known)].sort()};
}

/** Everything that stands in quotes. */
function textsIn(file: KitFile): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return texts;
}

function filesNamed(text: string, from: KitFile): readonly KitFile[] {
  const isRelative = /^\.\.?\//.test(text);
  if (!isRelative && !/^[\w./-]+\.\w+$/.test(text)) return [];
  const folders = [path.posix.dirname(from), ...isRelative ? [] : FOLDERS];
  return folders.flatMap(folder => ENDINGS.map(ending => path.posix.join(folder, text + ending)))
    .flatMap(file => [file, file.replace(/\.js$/, '.d.ts')])
    .filter(file => HANDED_OUT.test(file) || INSTRUCTORS.test(file))
    .filter(isFile);
}

function isFile(file: KitFile): boolean {
  const absolute = path.join(root, file);
  return fs.existsSync(absolute) && fs.statSync(absolute).isFile();
}

/** 'mocha', 'nyc/bin/nyc.js', 'node_modules/typescript-native/bin/tsc'. */
function packageNamed(text: string, known: ReadonlySet<string>): string | undefined {
  const [scope = '', name = ''] = text.replace(/^node_modules\//, '').split('/');
  return [scope, `${scope}/${name}`].find(candidate => known.has(candidate));
}

/** The types of each package, of Node.js itself, and of the globals that students' tests use. */
function withTypes(packages: ReadonlySet<string>, known: ReadonlySet<string>): Set<string> {
  const types = [...packages].map(name => `@types/${name.replace(/^@(.+)\/(.+)$/, '$1__$2')}`);
  return new Set([
    ...packages, ...types.filter(name => known.has(name)), '@types/node', '@types/mocha',
  ]);
}

function knownPackages(): ReadonlySet<string> {
  const {devDependencies} = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {devDependencies: object};
  return new Set(Object.keys(devDependencies));
}
