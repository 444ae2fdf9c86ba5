/**
 * Several processes that grade at a time, each replaced when it dies.
 *
 * Promises: a submission whose worker dies is tried once more in a fresh one; if that dies too, the
 * answer says so, and the others are graded. When the pool is stopped nothing of it is left: no
 * process, no folder.
 * Read next: worker.ts, the other side; grade-class.ts.
 */
import {fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {WorkerAnswer, WorkerOrders, WorkerTask} from './worker-messages';

export interface PoolOptions {
  readonly jobs: number;
  readonly orders: WorkerOrders;
  /** Another program than worker.js: how the tests try what a bad one does. */
  readonly workerFile?: string;
  /** Real ms a submission may take: a backstop, far above what any takes. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60 * 60_000;
const TRIES = 2;
/** Of what a worker said last, when it died. */
const LAST_WORDS = 2_000;
/** For its sandbox; whatever is then left is swept by the next grader. */
const LEAVING_MS = 5_000;
/** What it said may still be on its way. */
const LAST_WORDS_MS = 50;

export class WorkerPool {
  private readonly workers = new Map<number, Worker>();
  private readonly workFolder: string;
  private isStopped = false;

  constructor(private readonly options: PoolOptions) {
    this.workFolder = fs.mkdtempSync(path.join(os.tmpdir(), `flotilla-grade-${process.pid}-`));
    // Users of the sandbox pass through to their own folder, and see no other's.
    fs.chmodSync(this.workFolder, 0o711);
  }

  /** Gives out the tasks in their order; answers come as they are ready. */
  async run(
    tasks: readonly WorkerTask[],
    onAnswer: (task: WorkerTask, answer: WorkerAnswer) => void,
  ): Promise<void> {
    const waiting = [...tasks];
    const serve = async (slot: number): Promise<void> => {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
        const answer = await this.tryTo(task, slot);
        if (this.isStopped) return;
        onAnswer(task, answer);
      }
      await this.workers.get(slot)?.leave();
    };
    const slots = Math.min(this.options.jobs, tasks.length);
    try {
      await Promise.all(Array.from({length: slots}, (_, slot) => serve(slot)));
    } finally {
      this.stop();
    }
  }

  /** At once, whatever is under way. */
  stop(): void {
    this.isStopped = true;
    for (const worker of this.workers.values()) worker.kill();
    fs.rmSync(this.workFolder, {recursive: true, force: true, maxRetries: 5});
  }

  private async tryTo(task: WorkerTask, slot: number): Promise<WorkerAnswer> {
    let answer: WorkerAnswer = {kind: 'slipped', why: ''};
    for (let tries = 0; tries < TRIES && !this.isStopped; tries++) {
      answer = await this.workerAt(slot).ask(task, this.options.patienceMs ?? PATIENCE_MS);
      if (answer.kind !== 'slipped') break;
      // Whatever went wrong, the next one starts with nothing of it.
      this.workers.get(slot)?.kill();
      this.workers.delete(slot);
    }
    return answer;
  }

  private workerAt(slot: number): Worker {
    const known = this.workers.get(slot);
    if (known?.isAlive === true) return known;
    known?.kill();
    const {orders, workerFile} = this.options;
    const workFolder = path.join(this.workFolder, `slot-${slot}`);
    const worker = new Worker(workerFile ?? path.join(__dirname, 'worker.js'), workFolder);
    worker.tell({kind: 'start', orders, slot, workFolder});
    this.workers.set(slot, worker);
    return worker;
  }
}

class Worker {
  private readonly child: ChildProcess;
  private lastWords = '';

  constructor(file: string, private readonly workFolder: string) {
    fs.mkdirSync(workFolder, {mode: 0o711});
    // A group of its own: it is killed with all it started, and a terminal's Ctrl-C is ours alone.
    this.child = fork(file, [], {
      detached: true, stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
    });
    this.child.on('error', () => undefined);
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-LAST_WORDS);
    });
  }

  get isAlive(): boolean {
    return this.child.connected;
  }

  tell(message: object): void {
    this.child.send(message, () => undefined);
  }

  ask(task: WorkerTask, patienceMs: number): Promise<WorkerAnswer> {
    return new Promise(resolve => {
      const settle = (answer: WorkerAnswer): void => {
        clearTimeout(timer);
        this.child.off('message', settle).off('exit', died).off('error', failed);
        resolve(answer);
      };
      const slip = (why: string): void => settle({kind: 'slipped', why});
      const died = (code: number | null, signal: string | null): void => {
        setTimeout(() => slip(
          `its worker ended (${signal ?? `code ${code}`}) ${this.lastWords}`.trim()),
        LAST_WORDS_MS);
      };
      const failed = (error: Error): void => slip(`its worker cannot start: ${error.message}`);
      const timer = setTimeout(() => slip(`no grade within ${patienceMs / 60_000} minutes`),
        patienceMs);
      this.child.once('message', settle).once('exit', died).once('error', failed);
      this.tell(task);
    });
  }

  /** It has nothing to do any more, and is given a moment to clear up. */
  leave(): Promise<void> {
    return new Promise(resolve => {
      if (!this.isAlive) return resolve();
      const timer = setTimeout(resolve, LEAVING_MS);
      this.child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      this.child.disconnect();
    });
  }

  kill(): void {
    const {pid} = this.child;
    if (pid !== undefined) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    }
    fs.rmSync(this.workFolder, {recursive: true, force: true, maxRetries: 5});
  }
}
