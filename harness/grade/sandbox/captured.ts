/**
 * Runs a program to its end and takes what it prints, up to a limit.
 *
 * Promises: always settles; what a program says is bytes to its caller, never an order. A program
 * that could not even be started is the machine's fault, and rejects.
 * Read next: compile.ts, type-errors.ts, which run the compiler and the checker so.
 */
import type {ChildProcessByStdio} from 'node:child_process';
import type {Readable, Writable} from 'node:stream';
import {killTree} from './kill-tree';

export interface Captured {
  readonly output: string;
  /** As processes end: 0 if nothing was wrong. */
  readonly code: number | null;
  /** What ended it before its end, if anything did. */
  readonly stopped?: string;
}

export interface CaptureLimits {
  readonly deadlineMs: number;
  readonly characters: number;
}

export function capture(
  child: ChildProcessByStdio<Writable, Readable, null>, input: string, limits: CaptureLimits,
): Promise<Captured> {
  const pieces: string[] = [];
  let length = 0;
  let stopped: string | undefined;
  const stop = (why: string): void => {
    stopped ??= why;
    killTree(child);
  };
  const timer = setTimeout(
    () => stop(`took more than ${limits.deadlineMs / 1000} s`), limits.deadlineMs);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stopped !== undefined) return;
    length += text.length;
    if (length > limits.characters) stop('said too much');
    else pieces.push(text);
  });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    const settle = (code: number | null, why?: string): void => {
      clearTimeout(timer);
      stopped ??= why;
      resolve({output: pieces.join(''), code, ...stopped === undefined ? {} : {stopped}});
    };
    child.on('error', error => {
      clearTimeout(timer);
      if (child.pid === undefined) reject(new Error(`no process can be started: ${error.message}`));
    });
    child.on('close', (code, signal) => settle(code,
      signal !== null || (code ?? 0) >= 128 ? 'took more time or memory than it may' : undefined));
  });
}
