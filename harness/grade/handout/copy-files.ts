/**
 * Every file of a student's copy, made from this kit: the same choice gives the same bytes.
 *
 * Files come from lists (a lab's files, what its tests reach), never from whole folders in which
 * something may have been left lying.
 * Read next: write-copy.ts, which puts them on a disk; proof.ts, which does not believe this file.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {folderOf, specFilesOf} from '../../scenario/labs';
import {absentFiles, filesOf, isUnlocked, neededFiles} from './choice';
import type {Choice} from './choice';
import {compiledLogs} from './compiled-logs';
import {compiledFile, declarationsOf, unlockedFile} from './finished-files';
import {handoutPage, studentReadme} from './pages';
import {reachedFrom} from './reached-files';
import type {KitFile} from './reached-files';
import {hasCluster, readJson, studentLock, studentPackage} from './student-package';

export type CopyFiles = ReadonlyMap<KitFile, Buffer>;

const PROGRAM = 'harness/cli/flotilla.js';
const INSTRUCTORS_COMMANDS = 'harness/cli/instructors-commands.ts';
const CLUSTER_COMMAND = 'harness/cli/cluster.ts';
/** Students read all of it, whoever imports it. */
const GIVEN_HALF = 'harness/raft';
const AS_THEY_ARE = ['LICENSE', '.gitattributes', '.gitignore', '.vscode/launch.json'];

export function copyFiles(choice: Choice): CopyFiles {
  const {files, packages} = kitFiles(choice);
  const student = studentPackage(choice, packages);
  const copy = new Map<KitFile, Buffer>();
  const put = (file: KitFile, text: string): unknown => copy.set(file, Buffer.from(text));
  for (const file of [...AS_THEY_ARE, ...files, ...filesOfLabs(choice)]) copy.set(file, read(file));
  for (const {file} of filesOf(choice.labs)) copy.set(`skeleton/${file}`, read(`skeleton/${file}`));
  for (const {file} of filesOf(choice.unlocked.map(({lab}) => lab))) {
    if (isUnlocked(choice, file)) put(`skeleton/${file}`, unlockedFile(file, choice));
  }
  for (const {file} of absentFiles(choice)) {
    put(`harness/raft/absent/${file.replace(/\.ts$/, '.d.ts')}`, declarationsOf(file));
  }
  for (const needed of neededFiles(choice)) {
    put(`harness/raft/finished/${needed.file}`, compiledFile(needed));
  }
  for (const [file, text] of choice.labs.some(({number}) => number === 1) ? compiledLogs() : []) {
    put(file, text);
  }
  put('README.md', studentReadme(choice));
  put('HANDOUT.md', handoutPage(choice));
  put('package.json', inJson(student));
  put('package-lock.json', inJson(studentLock(student)));
  put('tsconfig.json', inJson({...readJson('tsconfig.json'), exclude: ['tests/*/variants']}));
  return new Map([...copy].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of the harness and the tests; the folders' own pages come along. */
function kitFiles(choice: Choice): ReturnType<typeof reachedFrom> {
  const specs = choice.labs.flatMap(lab => specFilesOf({lab})).map(inKit);
  const reached = reachedFrom([PROGRAM, ...filesBelow(GIVEN_HALF), ...specs], file =>
    file === INSTRUCTORS_COMMANDS || (file === CLUSTER_COMMAND && !hasCluster(choice)));
  const folders = new Set(reached.files.map(file => path.posix.dirname(file)));
  const pages = [...folders].map(folder => `${folder}/README.md`)
    .filter(page => fs.existsSync(path.join(root, page)));
  return {...reached, files: [...reached.files, ...pages]};
}

/** Handouts, with whatever pictures they show. */
function filesOfLabs({labs}: Choice): readonly KitFile[] {
  return labs.flatMap(lab => filesBelow(`labs/${folderOf(lab)}`));
}

function filesBelow(folder: KitFile): readonly KitFile[] {
  return fs.readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'}).sort()
    .map(file => path.join(root, folder, file)).filter(file => fs.statSync(file).isFile())
    .map(inKit).filter(file => !path.posix.basename(file).startsWith('.'));
}

function inKit(file: string): KitFile {
  return path.relative(root, file).split(path.sep).join('/');
}

function inJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function read(file: KitFile): Buffer {
  return fs.readFileSync(path.join(root, file));
}
