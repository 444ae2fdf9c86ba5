/**
 * The other side of process-host.ts: boxes in a process that holds nothing else.
 *
 * Reads a line, runs its inputs through the same in-process host that `npm test` uses, writes one
 * line back. No tests, no assertions, no score and no clock of the world are here to be reached.
 * Read next: in-process-host.ts.
 */
import {readSync, writeSync} from 'node:fs';
import {setFlagsFromString} from 'node:v8';
import type {BatchEffects, BoxInput} from './box';
import {InProcessHost} from './in-process-host';
import {Watchdog} from './watchdog';

interface Asked {
  readonly drop: readonly number[];
  readonly inputs: readonly BoxInput[];
}

const ASKING_FD = 0;
const ANSWER_FD = 1;
const NEWLINE = 10;
/**
 * V8 optimizes what has run for a while; its own measure is about a tenth of this. Processes here
 * live for a few seconds, and would spend much of them on optimizing what is hardly run again.
 */
const OPTIMIZE_LATE = '--interrupt-budget=600000';

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
  setFlagsFromString(OPTIMIZE_LATE);
  const inputCpuMs = process.argv[2] === undefined ? undefined : Number(process.argv[2]);
  const host = new InProcessHost({watchdog: Watchdog.start(inputCpuMs)});
  freezeKit();
  const answer = (effects: BatchEffects): void => writeLine(JSON.stringify(effects));
  const lines = new Lines();
  const next = (): void => {
    const line = lines.next();
    if (line === undefined) process.exit(0);
    const {drop, inputs} = JSON.parse(line) as Asked;
    for (const box of drop) host.drop(box);
    const effects = host.step(inputs);
    if (effects instanceof Promise) {
      void effects.then(answer).then(() => setImmediate(next));
      return;
    }
    answer(effects);
    setImmediate(next);
  };
  // Boxes need a macrotask of their own to drain their microtasks.
  setImmediate(next);
}

/**
 * From now on nobody can put other methods into the kit's classes, or other classes into its files:
 * whoever breaks out of a box finds these files by their names, the watchdog among them.
 */
function freezeKit(): void {
  for (const file of Object.values(require.cache)) {
    if (file === undefined || file.filename.includes('node_modules')) continue;
    const exported = file.exports as Readonly<Record<string, unknown>>;
    for (const value of Object.values(exported)) {
      if (typeof value !== 'function') continue;
      Object.freeze(value);
      Object.freeze(value.prototype);
    }
    Object.freeze(exported);
  }
}

/**
 * The lines of stdin. Nothing else is to be done before the next one comes, so this waits for it
 * in the call itself, which costs less than a stream.
 */
class Lines {
  private buffer = Buffer.allocUnsafe(65_536);
  private filled = 0;

  /** The next line, or undefined at the end. */
  next(): string | undefined {
    for (let searched = 0; ;) {
      const end = this.buffer.subarray(0, this.filled).indexOf(NEWLINE, searched);
      if (end !== -1) return this.take(end);
      searched = this.filled;
      if (searched === this.buffer.length) {
        this.buffer = Buffer.concat([this.buffer], 2 * this.buffer.length);
      }
      const count = readSync(ASKING_FD, this.buffer, searched, this.buffer.length - searched, null);
      if (count === 0) return undefined;
      this.filled += count;
    }
  }

  private take(end: number): string {
    const line = this.buffer.toString('utf8', 0, end);
    this.buffer.copyWithin(0, end + 1, this.filled);
    this.filled -= end + 1;
    return line;
  }
}

serve();
