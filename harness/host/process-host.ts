/**
 * Runs boxes in a process of their own: what a grader uses.
 *
 * One line of JSON carries a batch there, one line carries its effects back. Worlds that wait at
 * the same moment share a line, so many worlds advanced together cost one round trip.
 * Promises: the other side sends behaviour, never verdicts; what it sends is checked for shape and
 * size here. If it dies, floods or stays silent, every waiting world learns why (HostDied).
 * Read next: process-guest.ts, the other side.
 */
import {spawn} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import path from 'node:path';
import type {Readable, Writable} from 'node:stream';
import {HostDied} from './box';
import type {BatchEffects, BoxInput, Effect, Host} from './box';
import {checkEffects} from './effect-shape';

export interface ProcessHostOptions {
  /** Wall-clock ms for one answer; a backstop, far above what any honest answer takes. */
  readonly deadlineMs?: number;
  /** MB of heap of the other process. */
  readonly heapMb?: number;
  /** CPU time one input may take before it counts as stuck, in ms. */
  readonly inputCpuMs?: number;
  /** Another program than process-guest.js: how the tests try what a bad one can do. */
  readonly guestFile?: string;
}

/** Characters of one answer. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

interface Waiting {
  readonly batch: readonly BoxInput[];
  resolve(effects: BatchEffects): void;
  reject(error: Error): void;
}

export class ProcessHost implements Host {
  readonly name = 'process';
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly deadlineMs: number;
  private boxCount = 0;
  private dropped: number[] = [];
  private queued: Waiting[] = [];
  private asked: Waiting[] = [];
  private answer: string[] = [];
  private answerLength = 0;
  private timer: NodeJS.Timeout | undefined;
  private death: HostDied | undefined;
  private readonly ended: Promise<void>;

  constructor(options: ProcessHostOptions = {}) {
    this.deadlineMs = options.deadlineMs ?? 20_000;
    this.child = spawn(process.execPath, [
      `--max-old-space-size=${options.heapMb ?? 512}`,
      options.guestFile ?? path.join(__dirname, 'process-guest.js'),
      ...(options.inputCpuMs === undefined ? [] : [String(options.inputCpuMs)]),
    ], {stdio: ['pipe', 'pipe', 'ignore'], env: environment()});
    this.child.stdout.setEncoding('utf8');
    this.child.stdout.on('data', (chunk: string) => this.receive(chunk));
    this.child.stdin.on('error', () => undefined);
    this.ended = new Promise(resolve => {
      this.child.on('exit', (code, signal) => {
        this.die(`the process that ran the servers ended (${howItEnded(code, signal)})`);
        resolve();
      });
      this.child.on('error', error => {
        this.die(`the servers' process cannot start: ${error.message}`);
        resolve();
      });
    });
  }

  /** Of the other process. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  newBox(): number {
    return this.boxCount++;
  }

  step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    return new Promise((resolve, reject) => {
      if (this.death !== undefined) return reject(this.death);
      this.queued.push({batch, resolve, reject});
      // Worlds that step in this turn of the loop share one line.
      if (this.queued.length === 1 && this.asked.length === 0) setImmediate(() => this.ask());
    });
  }

  drop(box: number): void {
    this.dropped.push(box);
  }

  close(): Promise<void> {
    this.die('the host was closed');
    return this.ended;
  }

  private ask(): void {
    if (this.death !== undefined || this.asked.length > 0 || this.queued.length === 0) return;
    this.asked = this.queued;
    this.queued = [];
    const inputs = this.asked.flatMap(waiting => waiting.batch);
    const line = JSON.stringify({drop: this.dropped, inputs});
    this.dropped = [];
    this.timer = setTimeout(() => {
      this.die(`no answer within ${this.deadlineMs / 1000} s of real time`);
    }, this.deadlineMs);
    this.child.stdin.write(`${line}\n`);
  }

  private receive(chunk: string): void {
    if (this.death !== undefined) return;
    const end = chunk.indexOf('\n');
    if (this.asked.length === 0 || (end !== -1 && end !== chunk.length - 1)) {
      this.die('the servers\' process said something it was not asked');
      return;
    }
    this.answerLength += chunk.length;
    if (this.answerLength > ANSWER_LIMIT) {
      this.die(`an answer of more than ${ANSWER_LIMIT / 1024 / 1024} MB`);
      return;
    }
    this.answer.push(end === -1 ? chunk : chunk.slice(0, end));
    if (end !== -1) this.deliver(this.answer.join(''));
  }

  private deliver(line: string): void {
    clearTimeout(this.timer);
    this.answer = [];
    this.answerLength = 0;
    const {asked} = this;
    const count = asked.reduce((sum, waiting) => sum + waiting.batch.length, 0);
    let effects: readonly (readonly Effect[])[];
    try {
      effects = checkEffects(line, count);
    } catch (error) {
      this.die(`the servers' process sent what no box can send: ${(error as Error).message}`);
      return;
    }
    this.asked = [];
    let taken = 0;
    for (const {batch, resolve} of asked) {
      resolve(effects.slice(taken, taken + batch.length));
      taken += batch.length;
    }
    // The worlds that were just answered step again before the next line is written.
    setImmediate(() => this.ask());
  }

  private die(reason: string): void {
    if (this.death !== undefined) return;
    this.death = new HostDied(reason);
    clearTimeout(this.timer);
    this.child.kill('SIGKILL');
    for (const {reject} of [...this.asked, ...this.queued]) reject(this.death);
    this.asked = [];
    this.queued = [];
  }
}

/** V8 aborts when its heap is full. */
function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGABRT') return 'SIGABRT: most likely its memory was full';
  return signal ?? `code ${code}`;
}

/** Only what Node needs; a submission learns nothing from the environment. */
function environment(): NodeJS.ProcessEnv {
  const {PATH, FLOTILLA_CACHE} = process.env;
  return {...(PATH === undefined ? {} : {PATH}), ...(FLOTILLA_CACHE ? {FLOTILLA_CACHE} : {})};
}
