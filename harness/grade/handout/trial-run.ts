/**
 * Runs a command in a copy as a student does: a process of its own, in that folder.
 *
 * Promises: settings of the instructor's npm run do not reach it. It ends with this process, and
 * all that it has started, too.
 * Read next: proof.ts.
 */
import {spawn} from 'node:child_process';
import path from 'node:path';

export interface Ran {
  /** As a person would type it. */
  readonly command: string;
  /** Null if a signal ended it. */
  readonly code: number | null;
  /** What it printed, errors too, without colours. */
  readonly output: string;
  readonly seconds: number;
}

/** npm's own variables would make an inner npm think that it was the outer one. */
const OWN_VARIABLES = /^npm_|^(NODE_OPTIONS|FORCE_COLOR|FLOTILLA_\w+|INIT_CWD)$/i;
/** What says where packages come from is wanted, though. */
const KEPT_VARIABLES = /^npm_config_(registry|cache|.*proxy|cafile|offline|userconfig)$/i;

export function runNpm(folder: string, words: readonly string[]): Promise<Ran> {
  return run(folder, {command: `npm ${words.join(' ')}`, program: 'npm', words});
}

export function runNode(folder: string, words: readonly string[]): Promise<Ran> {
  return run(folder, {command: `node ${words.join(' ')}`, program: process.execPath, words});
}

export function runFlotilla(folder: string, words: readonly string[]): Promise<Ran> {
  return runNode(folder, [path.join('harness', 'cli', 'flotilla.js'), ...words]);
}

function run(folder: string, {command, program, words}: {
  readonly command: string; readonly program: string; readonly words: readonly string[];
}): Promise<Ran> {
  const begunAtMs = Date.now();
  // On Windows npm is a script, which only a shell runs; no word here needs quotes.
  const isWindows = process.platform === 'win32';
  const child = spawn(program, words, {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: plainEnvironment(),
    shell: isWindows && program === 'npm', detached: !isWindows,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const end = (): void => {
    // A detached child leads a group of processes of its own.
    if (isWindows || child.pid === undefined) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  };
  // Before anybody clears away the folder it runs in.
  process.prependOnceListener('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      process.off('exit', end);
      const seconds = Math.round((Date.now() - begunAtMs) / 1_000);
      resolve({command, code, output: output.join(''), seconds});
    });
  });
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    KEPT_VARIABLES.test(name) || !OWN_VARIABLES.test(name));
  return {...Object.fromEntries(kept), NO_COLOR: '1'};
}
