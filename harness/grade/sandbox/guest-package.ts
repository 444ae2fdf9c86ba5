/**
 * Makes the package that is all a submission sees of the kit: its servers' half, compiled.
 *
 * The boxes, the given half of a server, and the few packages these need. Promises: no reference,
 * no tests, no checks, no grader; nothing in it names the folder or the machine it was made on.
 * Each file was compiled before, by the trusted side: x.js lies beside x.ts.
 * Read next: stage.ts, which adds a submission's files.
 */
import fs from 'node:fs';
import path from 'node:path';
import {compile, root} from '../../host/register.js';

/** What the boxes import, and what students' own tests may. */
const PACKAGES = [
  '@cspotcode/source-map-support', '@sinonjs/fake-timers', 'acorn', 'acorn-walk', 'chai', 'pure-rand',
];
/** Files of harness/host that are the trusted side's, or the compiler's. */
const TRUSTED = new Set([
  'process-host.ts', 'effect-shape.ts', 'register.js', 'register.d.ts', 'register-compiled.js',
  'compiler.js', 'compile-guest.js',
]);
const FOLDERS = ['harness/host', 'harness/raft'];
/** Logs that students' own tests are tried on. */
const VARIANTS = fs.readdirSync(path.join(root, 'tests')).filter(name => /^\d-/.test(name))
  .map(lab => `tests/${lab}/variants`)
  .filter(folder => fs.existsSync(path.join(root, folder)));
const RUN_FOLDERS = [...FOLDERS, ...VARIANTS];

/** Whether the package has a file of the kit. */
export function isInGuestPackage(file: string): boolean {
  return RUN_FOLDERS.some(folder => file.startsWith(path.join(root, folder) + path.sep));
}

/** Where files are mounted into a package. */
const MOUNT_POINTS = ['skeleton', 'given', 'project'];

/** The servers' half: what runs a submission. */
export function makeGuestPackage(target: string): void {
  for (const folder of RUN_FOLDERS) copyCompiled(folder, target);
  fs.copyFileSync(
    path.join(root, 'harness/host/register-compiled.js'),
    path.join(target, 'harness/host/register.js'));
  for (const name of packagesNeeded(PACKAGES)) copyPackage(name, target);
  finish(target);
}

/** The compiler alone. */
export function makeCompilerPackage(target: string): void {
  for (const name of ['compiler.js', 'compile-guest.js']) {
    copy(`harness/host/${name}`, target);
  }
  copy('node_modules/typescript/package.json', target);
  copy('node_modules/typescript/lib/typescript.js', target);
  for (const name of packagesNeeded(['ts-node'])) copyPackage(name, target);
  finish(target);
}

/** What a type checker reads beside a submission: sources and declarations. */
export function makeCheckerPackage(target: string): void {
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
export function packagesNeeded(names: readonly string[]): readonly string[] {
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
