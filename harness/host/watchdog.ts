/**
 * Finds inputs that never end, names the line they spin in, and ends just that input.
 *
 * The thread that runs boxes counts up before and after each input (odd: inside). A worker looks
 * at the count; if it stays odd while the process burns CPU, the worker pauses the thread through
 * the inspector, reads the stuck stack, and terminates the promise reaction the input runs in.
 * Promises: CPU time is what counts, so a busy machine does not make a slow input a stuck one.
 * Not used while a debugger is attached: a breakpoint would look like a loop.
 * Read next: watchdog-worker.ts.
 */
import inspector from 'node:inspector';
import path from 'node:path';
import {Worker} from 'node:worker_threads';

/** Taken before any program runs, which may put something else in their place. */
const {add, load, store} = Atomics;

/** CPU time an input may take before it counts as stuck, in ms. */
const INPUT_CPU_LIMIT_MS = 500;
/** Bytes kept for the stack of a stuck input. */
const STACK_BYTES = 32_768;

/** Positions in the shared numbers. */
export const COUNT = 0;
export const STUCK = 1;
export const STACK_LENGTH = 2;

export interface WatchdogMemory {
  readonly numbers: Int32Array;
  readonly stack: Uint8Array;
  readonly cpuLimitMs: number;
}

export interface StuckInput {
  readonly text: string;
  /**
   * In V8's form, with .ts lines: the frames in which the loop is, an empty line, the frames it was
   * in at the end.
   */
  readonly stack: string;
}

export class Watchdog {
  private readonly worker: Worker;

  private constructor(private readonly memory: WatchdogMemory) {
    const register = JSON.stringify(path.join(__dirname, 'register.js'));
    const body = JSON.stringify(path.join(__dirname, 'watchdog-worker.ts'));
    this.worker = new Worker(`require(${register}); require(${body});`, {
      eval: true, workerData: memory, stdout: false, stderr: false,
    });
    this.worker.unref();
  }

  /** Starts watching this thread, or returns undefined while a debugger is attached. */
  static start(cpuLimitMs = INPUT_CPU_LIMIT_MS): Watchdog | undefined {
    if (inspector.url() !== undefined) return undefined;
    return new Watchdog({
      numbers: new Int32Array(new SharedArrayBuffer(16)),
      stack: new Uint8Array(new SharedArrayBuffer(STACK_BYTES)),
      cpuLimitMs,
    });
  }

  /** An input begins. */
  enter(): void {
    add(this.memory.numbers, COUNT, 1);
  }

  /** The input gets somewhere: what it has taken so far does not count. */
  progress(): void {
    add(this.memory.numbers, COUNT, 2);
  }

  /** The input is over; what is returned says that it was ended because it was stuck. */
  leave(): StuckInput | undefined {
    add(this.memory.numbers, COUNT, 1);
    if (load(this.memory.numbers, STUCK) === 0) return undefined;
    const length = load(this.memory.numbers, STACK_LENGTH);
    const stack = Buffer.from(this.memory.stack.slice(0, length)).toString('utf8');
    store(this.memory.numbers, STUCK, 0);
    return {
      stack,
      text: `still at it after ${this.memory.cpuLimitMs / 1000} s of CPU time`,
    };
  }

  /** Ends the worker. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
