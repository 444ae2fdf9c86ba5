/**
 * Puts a student's copy on a disk: a folder that is a git repository with one commit, and a zip.
 *
 * Promises: the same files give the same commit and the same bytes in the zip, on any machine.
 * Either both are there at the end, or neither, whatever went wrong on the way.
 * Read next: proof.ts.
 */
import {zipSync} from 'fflate';
import type {Zippable} from 'fflate';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from '../../host/register.js';
import type {CopyFiles} from './copy-files';

/** There can be no copy at this place. One line, for exit code 2. */
export class PlaceRefused extends Error {
  override readonly name = 'PlaceRefused';
}

/** A date that is the same in every build; a zip knows local times only, git knows all zones. */
const BUILT = {git: '2026-01-01T00:00:00Z', zip: new Date(2026, 0, 1)};
const AUTHOR = {name: 'Flotilla', email: 'flotilla@localhost'};
const EXECUTABLE = 'harness/cli/flotilla.js';
const UNIX = 3;

/** Where a copy is being built: beside its place, so that it is there all at once. */
export interface Building {
  readonly folder: string;
  /** Where it may be tried: far from any packages of the instructor's. */
  readonly trial: string;
  /** The folder and the zip come to their places. */
  finish(): void;
  /** Leaves nothing behind; does nothing after `finish`. */
  clean(): void;
}

/** @throws PlaceRefused */
export function beginAt(out: string): Building {
  const place = path.resolve(out);
  const zip = `${place}.zip`;
  refuseTaken(out, place, zip);
  const parent = path.dirname(place);
  let work: string;
  try {
    work = fs.mkdtempSync(path.join(parent, `.${path.basename(place)}-`));
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    throw new PlaceRefused(`cannot write to "${parent}" (${code}): name a folder where you may`);
  }
  const trial = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-handout-'));
  const clean = (): void => {
    for (const made of [work, trial]) fs.rmSync(made, {recursive: true, force: true});
  };
  return {
    folder: path.join(work, 'copy'), trial, clean,
    finish: () => {
      fs.renameSync(path.join(work, 'copy.zip'), zip);
      try {
        // Only an empty folder is taken away.
        if (fs.existsSync(place)) fs.rmdirSync(place);
        fs.renameSync(path.join(work, 'copy'), place);
      } catch (error) {
        fs.rmSync(zip, {force: true});
        throw error;
      }
      clean();
    },
  };
}

function refuseTaken(out: string, place: string, zip: string): void {
  const parent = path.dirname(place);
  if (!fs.existsSync(parent)) throw new PlaceRefused(`there is no folder "${parent}" to put it in`);
  const kit = fs.realpathSync(root);
  const real = path.join(fs.realpathSync(parent), path.basename(place));
  if (real === kit || real.startsWith(kit + path.sep)) {
    throw new PlaceRefused(`"${out}" is inside the kit: name a folder beside it, such as ` +
      '../student-kit');
  }
  if (fs.existsSync(place)) {
    const isEmpty = fs.statSync(place).isDirectory() && fs.readdirSync(place).length === 0;
    if (!isEmpty) throw new PlaceRefused(`"${out}" is there already: name one that is not`);
  }
  if (fs.existsSync(zip)) {
    throw new PlaceRefused(`"${out}.zip" is there already: move it, or name another --out`);
  }
}

/** Writes the folder, its commit, and the zip beside it. Returns the commit. */
export function writeCopy(files: CopyFiles, {folder}: Building, name: string): string {
  writeFiles(files, folder);
  const commit = commitAll(folder);
  fs.writeFileSync(`${folder}.zip`, zipOf(files, name));
  return commit;
}

export function writeFiles(files: CopyFiles, folder: string): void {
  for (const [file, content] of files) {
    const place = path.join(folder, file);
    fs.mkdirSync(path.dirname(place), {recursive: true});
    fs.writeFileSync(place, content, {mode: modeOf(file)});
  }
}

/** All files in one folder of the zip, as unzipping anywhere is polite. */
export function zipOf(files: CopyFiles, name: string): Buffer {
  const entries: Zippable = {};
  for (const [file, content] of files) {
    entries[`${name}/${file}`] = [content, {
      mtime: BUILT.zip, level: 9, os: UNIX, attrs: (0o100000 | modeOf(file)) << 16,
    }];
  }
  return Buffer.from(zipSync(entries));
}

function modeOf(file: string): number {
  return file === EXECUTABLE ? 0o755 : 0o644;
}

function commitAll(folder: string): string {
  git(folder, ['init', '--quiet', '--template=']);
  git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  git(folder, ['add', '--all', '--force']);
  git(folder, ['update-index', '--chmod=+x', EXECUTABLE]);
  git(folder, ['commit', '--quiet', '--no-verify', '--message', 'The lab kit']);
  return git(folder, ['rev-parse', 'HEAD']).trim();
}

/** Without anybody's own settings: names, signatures and line ends are the same everywhere. */
function git(folder: string, words: readonly string[]): string {
  const {status, stdout, stderr, error} = spawnSync(
    'git', ['-c', 'core.autocrlf=false', '-c', 'core.fileMode=true', ...words], {
      cwd: folder, encoding: 'utf8',
      env: {
        PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'],
        GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: os.devNull,
        // Not `init --object-format`, which gits of 2020 refuse; they know no other hash anyway.
        GIT_DEFAULT_HASH: 'sha1',
        GIT_AUTHOR_NAME: AUTHOR.name, GIT_AUTHOR_EMAIL: AUTHOR.email, GIT_AUTHOR_DATE: BUILT.git,
        GIT_COMMITTER_NAME: AUTHOR.name, GIT_COMMITTER_EMAIL: AUTHOR.email,
        GIT_COMMITTER_DATE: BUILT.git,
      },
    });
  if (error !== undefined) throw new PlaceRefused('git is needed to make a repository');
  if (status === 0) return stdout;
  throw new Error(`git ${words.join(' ')}: ${stderr}`);
}
