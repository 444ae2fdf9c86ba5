/**
 * Runs spec files in a process beside this one: what grades, since it waits for others most of the
 * time, and a machine has more than one core.
 *
 * Promises: every test is told once, in the order in which they ended; a process that dies is a
 * failed test.
 * Read next: tests-beside.ts, the other side; test.ts.
 */
import {fork} from 'node:child_process';
import path from 'node:path';
import type {PlainTest} from '../report/plain-test';
import type {SentTest} from './tests-beside';

/** Starts at once, one group of files after the other; settled when all is over. Never rejects. */
export async function runBeside(
  groups: readonly (readonly string[])[],
): Promise<readonly PlainTest[]> {
  const tests: PlainTest[] = [];
  for (const files of groups) if (files.length > 0) tests.push(...await runGroup(files));
  return tests;
}

function runGroup(files: readonly string[]): Promise<readonly PlainTest[]> {
  const tests: PlainTest[] = [];
  const seen = {over: false};
  const child = fork(path.join(__dirname, 'tests-beside.js'), [...files], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message: SentTest | {readonly over: true}) => {
    if ('over' in message) seen.over = true;
    else tests.push(received(message));
  });
  return new Promise(resolve => {
    const end = (how: string): void => {
      if (!seen.over) tests.push(died(how));
      resolve(tests);
    };
    child.on('error', error => end(error.message));
    child.on('close', (code, signal) => end(`${signal ?? `code ${code}`}`));
  });
}

function received({error, ...test}: SentTest): PlainTest {
  if (error === undefined) return {...test, error: undefined};
  return {...test, error: Object.assign(new Error(error.message), error)};
}

function died(how: string): PlainTest {
  return {
    path: ['the tests beside'], title: 'come to their end', state: 'failed',
    error: new Error(`their process ended before they were over (${how})`),
  };
}
