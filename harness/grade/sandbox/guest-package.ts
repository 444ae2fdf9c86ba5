/**
 * Makes the packages that are all a submission sees of the kit.
 *
 * One runs it: the boxes, the given half of a server, and the few packages these need, compiled
 * beforehand by the trusted side (x.js lies beside x.ts). One compiles it, one checks its types.
 * Promises: no reference, no tests, no checks, no grader; nothing in them names the folder they
 * were made from. They are made once for a version of the kit, and all submissions share them.
 * Read next: stage.ts, which adds a submission's files.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {compile, root} from '../../host/register.js';
import {makeReadable} from './place';

/** What the boxes import, and what students' own tests may. */
const PACKAGES = [
  '@cspotcode/source-map-support', '@sinonjs/fake-timers', 'acorn', 'acorn-walk', 'chai',
  'pure-rand',
];
/** Files of harness/host that are the trusted side's, or the compiler's. */
const TRUSTED = new Set([
  'process-host.ts', 'effect-shape.ts', 'register.js', 'register.d.ts', 'register-compiled.js',
  'compiler.js', 'compiler.d.ts', 'compile-guest.js',
]);
const FOLDERS = ['harness/host', 'harness/raft'];
/** Whether the package has a file of the kit. */
export function isInGuestPackage(file: string): boolean {
  return FOLDERS.some(folder => file.startsWith(path.join(root, folder) + path.sep));
}

/** Where files are mounted into a package. */
const MOUNT_POINTS = ['skeleton', 'given', 'project'];

export interface Packages {
  readonly kit: string;
  readonly compiler: string;
  readonly checker: string;
}

const MAKERS: Readonly<Record<keyof Packages, (target: string) => void>> = {
  kit: makeGuestPackage, compiler: makeCompilerPackage, checker: makeCheckerPackage,
};

/** The packages of this version of the kit, in a folder that only the grader writes. */
export function packagesIn(parent: string): Packages {
  const folder = path.join(parent, digestOfSources());
  const packages = {
    kit: path.join(folder, 'kit'), compiler: path.join(folder, 'compiler'),
    checker: path.join(folder, 'checker'),
  };
  if (fs.existsSync(folder)) {
    const now = new Date();
    fs.utimesSync(folder, now, now);
    return packages;
  }
  // Made beside and renamed, so that nobody finds half of one.
  const made = fs.mkdtempSync(path.join(parent, 'new-'));
  for (const [name, make] of Object.entries(MAKERS)) make(path.join(made, name));
  makeReadable(made);
  try {
    fs.renameSync(made, folder);
  } catch {
    fs.rmSync(made, {recursive: true, force: true});
  }
  return packages;
}

function digestOfSources(): string {
  const hash = crypto.createHash('sha256').update(`packages 1 ${process.version}`);
  for (const folder of FOLDERS) {
    const names = fs.readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'});
    for (const name of names.filter(one => /\.[jt]s$/.test(one)).sort()) {
      hash.update(`${folder}/${name}\0`).update(fs.readFileSync(path.join(root, folder, name)));
    }
  }
  for (const name of ['package-lock.json', 'tsconfig.json']) {
    hash.update(fs.existsSync(path.join(root, name)) ? fs.readFileSync(path.join(root, name)) : '');
  }
  return hash.digest('hex').slice(0, 16);
}

/** The servers' half: what runs a submission. */
function makeGuestPackage(target: string): void {
  for (const folder of FOLDERS) copyCompiled(folder, target);
  fs.copyFileSync(
    path.join(root, 'harness/host/register-compiled.js'),
    path.join(target, 'harness/host/register.js'));
  for (const name of packagesNeeded(PACKAGES)) copyPackage(name, target);
  finish(target);
}

/** The compiler alone. */
function makeCompilerPackage(target: string): void {
  for (const name of ['compiler.js', 'compile-guest.js']) {
    copy(`harness/host/${name}`, target);
  }
  copy('node_modules/typescript/package.json', target);
  copy('node_modules/typescript/lib/typescript.js', target);
  for (const name of packagesNeeded(['ts-node'])) copyPackage(name, target);
  finish(target);
}

/** What a type checker reads beside a submission: sources and declarations. */
function makeCheckerPackage(target: string): void {
  copy('tsconfig.json', target);
  for (const folder of [...FOLDERS, 'node_modules/@types', 'node_modules/undici-types']) {
    fs.cpSync(path.join(root, folder), path.join(target, folder), {recursive: true});
  }
  finish(target);
}

function copy(name: string, target: string): void {
  fs.mkdirSync(path.dirname(path.join(target, name)), {recursive: true});
  fs.copyFileSync(path.join(root, name), path.join(target, name));
}

function finish(target: string): void {
  for (const name of MOUNT_POINTS) fs.mkdirSync(path.join(target, name), {recursive: true});
  fs.writeFileSync(path.join(target, 'package.json'), '{"private": true, "type": "commonjs"}\n');
}

function copyCompiled(folder: string, target: string): void {
  fs.mkdirSync(path.join(target, folder), {recursive: true});
  for (const entry of fs.readdirSync(path.join(root, folder), {withFileTypes: true})) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) copyCompiled(name, target);
    if (!entry.isFile() || TRUSTED.has(entry.name)) continue;
    const from = path.join(root, name);
    fs.copyFileSync(from, path.join(target, name));
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    fs.writeFileSync(path.join(target, name.replace(/\.ts$/, '.js')), withoutFolder(compile(from)));
  }
}

const SOURCE_MAP = /\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,([\w+/=]+)/;

/** A source map that finds its source beside the compiled file, wherever both lie. */
export function withoutFolder(code: string): string {
  return code.replace(SOURCE_MAP, (line, base64: string) => {
    const map = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as {sources: string[]};
    const sources = map.sources.map(file => path.posix.basename(file));
    const text = JSON.stringify({...map, file: sources[0], sources});
    return line.replace(base64, Buffer.from(text).toString('base64'));
  });
}

/** With all that they need in turn. */
function packagesNeeded(names: readonly string[]): readonly string[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    const text = fs.readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8');
    const {dependencies = {}} = JSON.parse(text) as {dependencies?: Record<string, string>};
    Object.keys(dependencies).forEach(visit);
  };
  names.forEach(visit);
  return [...needed];
}

function copyPackage(name: string, target: string): void {
  fs.cpSync(path.join(root, 'node_modules', name), path.join(target, 'node_modules', name), {
    recursive: true,
    filter: from => !fs.statSync(from).isFile() || /\.(?:[cm]?js|json)$/.test(from),
  });
}
