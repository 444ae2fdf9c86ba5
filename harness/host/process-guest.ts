/**
 * The other side of process-host.ts: boxes in a process that holds nothing else.
 *
 * Reads a line, runs its inputs through the same in-process host that `npm test` uses, writes one
 * line back. No tests, no assertions, no score and no clock of the world are here to be reached.
 * Read next: in-process-host.ts.
 */
import {writeSync} from 'node:fs';
import type {BatchEffects, BoxInput} from './box';
import {InProcessHost} from './in-process-host';
import {Watchdog} from './watchdog';

interface Asked {
  readonly drop: readonly number[];
  readonly inputs: readonly BoxInput[];
}

const ANSWER_FD = 1;

/** A pipe may take only part of a long line at a time, or say that it is full for now. */
function writeLine(line: string): void {
  const bytes = Buffer.from(`${line}\n`, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(ANSWER_FD, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function serve(): void {
  const inputCpuMs = process.argv[2] === undefined ? undefined : Number(process.argv[2]);
  const host = new InProcessHost({watchdog: Watchdog.start(inputCpuMs)});
  const answer = (effects: BatchEffects): void => writeLine(JSON.stringify(effects));
  readLines(line => {
    const {drop, inputs} = JSON.parse(line) as Asked;
    for (const box of drop) host.drop(box);
    // Boxes need a macrotask of their own to drain their microtasks.
    setImmediate(() => {
      const effects = host.step(inputs);
      if (effects instanceof Promise) void effects.then(answer);
      else answer(effects);
    });
  });
}

/** Not node:readline, for which U+2028 in the middle of a text is the end of a line. */
function readLines(take: (line: string) => void): void {
  let started: string[] = [];
  process.stdin.setEncoding('utf8').on('data', (chunk: string) => {
    const [first = '', ...others] = chunk.split('\n');
    started.push(first);
    for (const next of others) {
      const line = started.join('');
      started = [next];
      take(line);
    }
  }).on('end', () => process.exit(0));
}

serve();
