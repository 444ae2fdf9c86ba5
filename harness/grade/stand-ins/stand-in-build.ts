/**
 * What stands in for a student's earlier labs when a later one is graded: builds of the reference.
 *
 * A build is a file without types and comments, minified, its local, top-level and private names
 * mangled. It is JavaScript, and valid as a .ts file, so it is laid over a submission like any
 * other file. Names that other files or the kit use stay.
 * Hides: how the reference is written. A build still runs like it, so it is not for students.
 * Read next: private-names.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {minify_sync} from 'terser';
import ts from 'typescript';
import {root} from '../../host/register.js';
import {allLabs} from '../../scenario/labs';
import type {Lab} from '../../scenario/labs';
import {PrivateNames} from './private-names';

const reference = path.join(root, 'reference');
const builds = new Map<string, string>();

/** @param file as a lab names it: 'log.ts'. @returns JavaScript that is valid as a .ts file. */
export function standInBuild(file: string): string {
  if (builds.size === 0) {
    const files = buildableFiles(allLabs());
    const texts = new Map(files.map(name => path.join(reference, name))
      .map(place => [place, fs.readFileSync(place, 'utf8')]));
    for (const [place, build] of buildsOf(texts)) builds.set(path.basename(place), build);
  }
  const build = builds.get(file);
  if (build === undefined) throw new Error(`no file of a lab is called ${file}`);
  return build;
}

/** The builds of all files of the labs before this one, by name: 'log.ts'. */
export function standInBuilds(beforeLab: Lab): ReadonlyMap<string, string> {
  const before = allLabs().filter(({number}) => number < beforeLab.number);
  return new Map(buildableFiles(before).map(file => [file, standInBuild(file)]));
}

/**
 * Builds of TypeScript files that import each other only by their public names.
 *
 * @param texts what is in the files, by absolute path; so are the builds.
 */
export function buildsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = new PrivateNames(texts);
  return new Map([...texts.keys()].map(file => [file, mangled(withoutTypes(names.without(file)))]));
}

/** Nothing imports a student's tests, so nothing needs to stand in for them. */
function buildableFiles(labs: readonly Lab[]): readonly string[] {
  return labs.flatMap(lab => lab.files.map(({file}) => file)).filter(file => !file.includes('/'));
}

function withoutTypes(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, removeComments: true,
    },
  }).outputText;
}

function mangled(code: string): string {
  const {code: text} = minify_sync(code, {
    module: true, ecma: 2020, sourceMap: false,
    // Twice, since what the first pass inlines leaves more to inline.
    compress: {passes: 2}, mangle: {toplevel: true},
    format: {comments: false, ascii_only: true},
  });
  if (text === undefined) throw new Error('terser gave no code');
  return `${text}\n`;
}
