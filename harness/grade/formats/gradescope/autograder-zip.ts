/**
 * The zip that an instructor uploads to Gradescope: two scripts, the kit with its reference and its
 * hidden tests, and what this assignment grades.
 *
 * Promises: holds no file that is not the kit's own (no packages, no results, no hidden folders);
 * the same kit and settings give the same bytes.
 * Read next: setup.sh, run_autograder; settings.ts.
 */
import {zipSync} from 'fflate';
import type {Zippable} from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../host/register.js';
import type {AutograderSettings} from './settings';

const SCRIPTS = ['setup.sh', 'run_autograder'];
const FILES = [
  'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.reference.json',
];
const FOLDERS = ['harness', 'labs', 'reference', 'skeleton', 'tests'];
/** The kit's own tests, and folders that grading never reads. */
const LEFT_OUT = /^(?:tests\/kit|harness\/grade\/samples)(?:\/|$)|(?:^|\/)(?:node_modules|\.[^/]*)/;

/** A date that is the same in every build; zips know no time before 1980. */
const DATE = '2026-01-01T00:00:00Z';
const UNIX = 3;
const RUNNABLE = 0o100755;
const PLAIN = 0o100644;

export function autograderZip(settings: AutograderSettings): Buffer {
  const entries: Zippable = {};
  const add = (name: string, bytes: Uint8Array, mode: number): void => {
    entries[name] = [bytes, {mtime: new Date(DATE), os: UNIX, attrs: mode * 0x1_0000}];
  };
  for (const script of SCRIPTS) add(script, bytesOf(path.join(__dirname, script)), RUNNABLE);
  for (const file of [...FILES, ...FOLDERS.flatMap(filesBelow)]) {
    add(file, bytesOf(path.join(root, file)), PLAIN);
  }
  add('autograder.json', Buffer.from(`${JSON.stringify(settings, null, 2)}\n`), PLAIN);
  return Buffer.from(zipSync(entries, {level: 9}));
}

/** From the kit's own folder, with '/'. */
function filesBelow(folder: string): readonly string[] {
  return fs.readdirSync(path.join(root, folder), {withFileTypes: true})
    .map(entry => ({entry, name: `${folder}/${entry.name}`}))
    .filter(({name}) => !LEFT_OUT.test(name))
    .flatMap(({entry, name}) => {
      if (entry.isDirectory()) return filesBelow(name);
      return entry.isFile() ? [name] : [];
    }).sort();
}

/** Scripts must have Unix line ends, whatever the checkout has. */
function bytesOf(file: string): Uint8Array {
  const bytes = fs.readFileSync(file);
  return bytes.includes(0) ? bytes : Buffer.from(bytes.toString('utf8').replaceAll('\r\n', '\n'));
}
