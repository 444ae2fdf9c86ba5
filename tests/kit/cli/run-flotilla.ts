/**
 * Runs the program as a person does: a process, its output, its exit code.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';

export const program = path.join(root, 'harness/cli/flotilla.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function flotilla(words: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const {NO_COLOR: _plain, FORCE_COLOR: _colour, ...inherited} = process.env;
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...words], {
    cwd: root, encoding: 'utf8', env: {...inherited, ...env},
  });
  return {code: status, out: stdout, err: stderr};
}

/** A copy of the reference or the skeleton that a test may change; removed by `clean`. */
export function copyOf(folder: 'reference' | 'skeleton'): {readonly path: string; clean(): void} {
  const copy = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-cli-')), 'mine');
  fs.cpSync(path.join(root, folder), copy, {recursive: true});
  return {path: copy, clean: () => fs.rmSync(path.dirname(copy), {recursive: true, force: true})};
}

/** Replaces text that stands once in a file of a copy. */
export function edit(folder: string, file: string, find: string, replace: string): void {
  const target = path.join(folder, file);
  const text = fs.readFileSync(target, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`not once in ${file}: ${find}`);
  fs.writeFileSync(target, text.replace(find, () => replace));
}
