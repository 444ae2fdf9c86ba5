/**
 * Every file of a student's copy, made from this kit: the same choice gives the same bytes.
 *
 * Promises: a file is here because a list has it (a lab's files), because it is a lab's spec file
 * or a log for students' tests, or because a file that is here names it. What else lies beside
 * them stays with the instructor.
 * Read next: write-copy.ts, which puts them on a disk; proof.ts, which does not believe this file.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {allLabs, folderOf, specFilesOf} from '../../scenario/labs';
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
/** Students import from it, and it names the given half of a server. */
const GIVEN_HALF = 'harness/raft/index.ts';
/** They run in place of files that are not written yet, and bear their names. */
const STAND_INS = 'harness/raft/stand-ins';
/** `](picture.png "A title")`, `src="picture.png"`, `[one]: notes.md`; without what is after #. */
const LINK = /(?:\]\(<?|\b(?:src|href)="|^\[[^\]]+\]: *<?)([^\s"#)>]+)/gm;
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
  const reached = reachedFrom([PROGRAM, GIVEN_HALF, ...standIns(), ...specs], file =>
    file === INSTRUCTORS_COMMANDS || (file === CLUSTER_COMMAND && !hasCluster(choice)));
  const folders = new Set(reached.files.map(file => path.posix.dirname(file)));
  const pages = [...folders].map(folder => `${folder}/README.md`).filter(isFile);
  return {...reached, files: [...reached.files, ...pages]};
}

/** Handouts, with whatever pages and pictures of the lab's own folder they lead to. */
function filesOfLabs({labs}: Choice): readonly KitFile[] {
  return labs.flatMap(lab => {
    const folder = `labs/${folderOf(lab)}`;
    const pages = ['README.md', ...(lab.parts ?? []).map(({handout}) => handout)];
    const files = new Set(['lab.ts', ...pages].map(file => `${folder}/${file}`));
    // A set hands out what is added to it on the way.
    for (const file of files) {
      if (!file.endsWith('.md')) continue;
      for (const [, link = ''] of read(file).toString('utf8').matchAll(LINK)) {
        const linked = path.posix.join(path.posix.dirname(file), link);
        if (linked.startsWith(`${folder}/`) && isFile(linked)) files.add(linked);
      }
    }
    return [...files].sort();
  });
}

function standIns(): readonly KitFile[] {
  return filesOf(allLabs()).map(({file}) => `${STAND_INS}/${file}`).filter(isFile);
}

function isFile(file: KitFile): boolean {
  return fs.statSync(path.join(root, file), {throwIfNoEntry: false})?.isFile() ?? false;
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
