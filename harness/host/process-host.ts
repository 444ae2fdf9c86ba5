/**
 * Runs boxes in a process of their own: what a grader uses.
 *
 * One line of JSON carries a batch there, one line carries its effects back. Worlds that wait at
 * the same moment share a line, so many worlds advanced together cost one round trip.
 * Promises: the other side sends behaviour, never verdicts; what it sends is checked for shape and
 * size here. If it dies, floods or stays silent, every waiting world learns why (HostDied). Only
 * an answer that is to the last letter what was expected is not read: that was checked before.
 * Read next: process-guest.ts, the other side.
 */
import {spawn} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import path from 'node:path';
import type {Duplex, Readable, Writable} from 'node:stream';
import {HostDied} from './box';
import type {BatchEffects, BoxInput, Host} from './box';
import {Deadline} from './deadline';
import {deathBy} from './death';
import type {Death} from './death';
import {TooMuch, checkEffects} from './effect-shape';
import {QuestionLine} from './question-line';
import {QUESTION_FD} from './served/question-pipe';

export interface ProcessHostOptions {
  /** Wall-clock ms for one answer; a backstop, far above what any honest answer takes. */
  readonly deadlineMs?: number;
  /** MB of heap of the other process. */
  readonly heapMb?: number;
  /** CPU time one input may take before it counts as stuck, in ms. */
  readonly inputCpuMs?: number;
  /** Another program than process-guest.js: how the tests try what a bad one can do. */
  readonly guestFile?: string;
  /** Where the other process lives, if it is shut in. */
  readonly elsewhere?: Elsewhere;
  /** Answers what a box asks in the middle of an input, over a pipe of its own. */
  readonly questions?: (line: string) => Promise<string>;
}

/** A sandbox, as a host sees it. */
export interface Elsewhere {
  /** Starts process-guest.js there. */
  start(
    options: readonly string[], stdio: readonly ('pipe' | 'ignore')[],
  ): ChildProcessByStdio<Writable, Readable, null>;
  /** What a file of this side is called there. @throws Error if it is not there. */
  pathOf(file: string): string;
  /** Ends the process, and whatever it has started. */
  kill(): void;
  /** Called once the process is gone; settled when nothing of it is left. */
  ended(): Promise<void>;
}

/** Characters of one answer. */
const ANSWER_LIMIT = 32 * 1024 * 1024;
/** MB of objects in a process that runs servers. */
export const HEAP_MB = 512;

interface Waiting {
  readonly batch: readonly BoxInput[];
  readonly expected: BatchEffects | undefined;
  resolve(effects: BatchEffects): void;
  reject(error: Error): void;
}

export class ProcessHost implements Host {
  readonly name = 'process';
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly deadlineMs: number;
  private readonly heapMb: number;
  private readonly elsewhere: Elsewhere | undefined;
  private boxCount = 0;
  private dropped: number[] = [];
  private queued: Waiting[] = [];
  private asked: Waiting[] = [];
  private answer: string[] = [];
  private answerLength = 0;
  private readonly deadline: Deadline;
  private readonly questions: QuestionLine | undefined;
  private death: HostDied | undefined;
  private readonly ended: Promise<void>;

  constructor(options: ProcessHostOptions = {}) {
    this.deadlineMs = options.deadlineMs ?? 20_000;
    this.heapMb = options.heapMb ?? HEAP_MB;
    this.elsewhere = options.elsewhere;
    const inputLimit = options.inputCpuMs === undefined ? [] : [String(options.inputCpuMs)];
    const stdio: ('pipe' | 'ignore')[] = ['pipe', 'pipe', 'ignore'];
    if (options.questions !== undefined) stdio.push('pipe');
    this.child = this.elsewhere?.start(inputLimit, stdio) ?? spawn(process.execPath, [
      `--max-old-space-size=${this.heapMb}`,
      options.guestFile ?? path.join(__dirname, 'process-guest.js'), ...inputLimit,
    ], {stdio, env: environment()}) as ChildProcessByStdio<Writable, Readable, null>;
    this.deadline = new Deadline(this.deadlineMs, () => {
      this.die({said: `no answer within ${this.deadlineMs / 1000} s of real time`, cause: 'time'});
    });
    this.questions = options.questions === undefined ? undefined : this.lineFor(options.questions);
    this.child.stdout.setEncoding('utf8');
    this.child.stdout.on('data', (chunk: string) => this.receive(chunk));
    this.child.stdin.on('error', () => undefined);
    this.ended = new Promise<void>(resolve => {
      this.child.on('exit', (code, signal) => {
        this.die(deathBy(code, signal, this.heapMb));
        resolve();
      });
      this.child.on('error', error => {
        this.die({said: `the servers' process cannot start: ${error.message}`});
        resolve();
      });
    }).then(() => this.elsewhere?.ended());
    // Whoever closes the host is told.
    this.ended.catch(() => undefined);
  }

  /** Of the other process. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  newBox(): number {
    return this.boxCount++;
  }

  step(batch: readonly BoxInput[], expected?: BatchEffects): Promise<BatchEffects> {
    return new Promise((resolve, reject) => {
      if (this.death !== undefined) return reject(this.death);
      const translated = batch.map(item => this.translated(item));
      this.queued.push({batch: translated, expected, resolve, reject});
      // Worlds that step in this turn of the loop share one line.
      if (this.queued.length === 1 && this.asked.length === 0) setImmediate(() => this.ask());
    });
  }

  drop(box: number): void {
    this.dropped.push(box);
  }

  close(): Promise<void> {
    this.die({said: 'the host was closed'});
    return this.ended;
  }

  private ask(): void {
    if (this.death !== undefined || this.asked.length > 0 || this.queued.length === 0) return;
    this.asked = this.queued;
    this.queued = [];
    const inputs = this.asked.flatMap(waiting => waiting.batch);
    const line = JSON.stringify({drop: this.dropped, inputs});
    this.dropped = [];
    this.deadline.start();
    this.child.stdin.write(`${line}\n`);
  }

  private receive(chunk: string): void {
    if (this.death !== undefined) return;
    const end = chunk.indexOf('\n');
    if (this.asked.length === 0 || (end !== -1 && end !== chunk.length - 1)) {
      this.die({said: 'the servers\' process said something it was not asked', cause: 'output'});
      return;
    }
    this.answerLength += chunk.length;
    if (this.answerLength > ANSWER_LIMIT) {
      this.die({said: `an answer of more than ${ANSWER_LIMIT / 1024 / 1024} MB`, cause: 'output'});
      return;
    }
    this.answer.push(end === -1 ? chunk : chunk.slice(0, end));
    if (end !== -1) this.deliver(this.answer.join(''));
  }

  private deliver(line: string): void {
    this.deadline.stop();
    this.answer = [];
    this.answerLength = 0;
    const {asked} = this;
    const count = asked.reduce((sum, waiting) => sum + waiting.batch.length, 0);
    const expected = asked.length === 1 ? asked[0]?.expected : undefined;
    let effects: BatchEffects;
    try {
      effects = expected !== undefined && line === JSON.stringify(expected)
        ? expected : checkEffects(line, count);
    } catch (error) {
      const {message} = error as Error;
      const cause = error instanceof TooMuch ? 'output' : 'process';
      this.die({said: `the servers' process sent what no box can send: ${message}`, cause});
      return;
    }
    this.asked = [];
    let taken = 0;
    for (const {batch, resolve} of asked) {
      resolve(asked.length === 1 ? effects : effects.slice(taken, taken + batch.length));
      taken += batch.length;
    }
    // The worlds that were just answered step again before the next line is written.
    setImmediate(() => this.ask());
  }

  /** Asks a box that waits for an answer something in its turn. */
  interject(line: string): Promise<string> {
    if (this.questions === undefined) throw new Error('this host was not to be asked');
    return this.questions.interject(line);
  }

  private lineFor(answer: (line: string) => Promise<string>): QuestionLine {
    const isAtWork = (): boolean => this.death === undefined && this.asked.length > 0;
    return new QuestionLine(this.child.stdio[QUESTION_FD] as Duplex, {
      answer,
      turn: whose => {
        if (!isAtWork()) this.die({said: 'it asked while it had nothing to do', cause: 'output'});
        else if (whose === 'ours') this.deadline.pause();
        else this.deadline.resume();
        return isAtWork();
      },
      spoil: reason => this.die({said: reason, cause: 'output'}),
    });
  }

  /** The other side knows files by its own names. */
  private translated(item: BoxInput): BoxInput {
    const {elsewhere} = this;
    if (item.spec === undefined || elsewhere === undefined) return item;
    const modules = Object.entries(item.spec.modules).map(([name, source]) =>
      [name, {...source, file: elsewhere.pathOf(source.file)}] as const);
    const program = elsewhere.pathOf(item.spec.program);
    return {...item, spec: {...item.spec, program, modules: Object.fromEntries(modules)}};
  }

  private die({said, cause}: Death): void {
    if (this.death !== undefined) return;
    this.death = new HostDied(said, cause);
    this.deadline.stop();
    if (this.elsewhere === undefined) this.child.kill('SIGKILL');
    else this.elsewhere.kill();
    for (const {reject} of [...this.asked, ...this.queued]) reject(this.death);
    this.asked = [];
    this.queued = [];
  }
}

/** Only what Node needs; a submission learns nothing from the environment. */
function environment(): NodeJS.ProcessEnv {
  const {PATH, FLOTILLA_CACHE} = process.env;
  return {...(PATH === undefined ? {} : {PATH}), ...(FLOTILLA_CACHE ? {FLOTILLA_CACHE} : {})};
}
