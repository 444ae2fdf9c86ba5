/**
 * `--watch`: runs the same command again whenever a file of the subject is saved.
 *
 * Promises: each run is a process of its own, so nothing of the last one is left; a save during a
 * run starts one more when it is over.
 * Read next: test.ts.
 */
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';
import type {Subject} from '../scenario/subject';

/** Editors save in several steps; wait for them, in real ms. */
const SETTLE_MS = 50;

/** Never resolves: Ctrl-C ends it. */
export function watchAndRun(subject: Subject): Promise<never> {
  const words = process.argv.slice(2).filter(word => word !== '--watch');
  const state = {running: false, again: false, timer: undefined as NodeJS.Timeout | undefined};
  const run = (): void => {
    if (state.running) {
      state.again = true;
      return;
    }
    state.running = true;
    const program = path.join(root, 'harness/cli/flotilla.js');
    const env = {...process.env, npm_config_watch: ''};
    spawn(process.execPath, [program, ...words], {stdio: 'inherit', env}).on('close', () => {
      state.running = false;
      process.stdout.write(`\nWaiting for a save in ${subject.name}/ (Ctrl-C ends)\n`);
      if (state.again) {
        state.again = false;
        run();
      }
    });
  };
  fs.watch(subject.folder, {recursive: true}, (_event, file) => {
    if (file?.endsWith('.ts') !== true) return;
    clearTimeout(state.timer);
    state.timer = setTimeout(run, SETTLE_MS);
  });
  run();
  return new Promise(() => undefined);
}
