/**
 * Runs boxes in this process: fast, and a debugger stops in the student's lines.
 *
 * Promises: inputs are run one after the other, each to the end of its microtasks. `_tickCallback`
 * drains them at once, but only from a macrotask; it is tried at every start, and where it does
 * nothing each input is followed by a real `setImmediate` hop, slower, with the same trace.
 * Read next: watchdog.ts (inputs that never end), process-host.ts (the same in another process).
 */
import {setImmediate as hop} from 'node:timers/promises';
import type {BatchEffects, BoxInput, Effect, Host} from './box';
import {BoxRunner} from './box-runner';
import {ModuleLoader} from './module-loader';
import {rejections} from './rejections';
import type {Watchdog} from './watchdog';

const tickCallback = (process as {_tickCallback?: () => void})._tickCallback?.bind(process);

/** Ends a batch input by input; an unhandled rejection belongs to the input being run. */
export class InProcessHost implements Host {
  readonly name = 'in-process';
  private readonly loader = new ModuleLoader();
  private readonly boxes = new Map<number, BoxRunner>();
  private boxCount = 0;
  private drains: boolean | undefined;
  private closed = false;

  /** @param options.drain 'hop' forces the slow way, for the test that both give one trace. */
  constructor(private readonly options: {
    readonly watchdog?: Watchdog | undefined;
    readonly drain?: 'hop';
  } = {}) {
    rejections.open();
    // A server's local time is the same on every machine.
    process.env['TZ'] = 'UTC';
  }

  newBox(): number {
    return this.boxCount++;
  }

  step(batch: readonly BoxInput[]): BatchEffects | Promise<BatchEffects> {
    if (this.options.drain === 'hop') return this.stepByHops(batch);
    this.drains ??= canDrain();
    if (!this.drains) return this.stepByHops(batch);
    return batch.map(item => this.runNow(item));
  }

  drop(box: number): void {
    this.boxes.delete(box);
  }

  close(): Promise<void> {
    if (!this.closed) rejections.close();
    this.closed = true;
    this.boxes.clear();
    return Promise.resolve();
  }

  /** One input, drained at once. The watchdog may end the promise reaction it runs in. */
  private runNow(item: BoxInput): readonly Effect[] {
    const runner = this.runnerOf(item);
    const watchdog = this.options.watchdog;
    rejections.running = runner;
    watchdog?.enter();
    let begun = false;
    let ended = false;
    void Promise.resolve().then(() => {
      begun = true;
      runner.begin(item.input);
      ended = true;
    });
    tickCallback?.();
    // What the watchdog has stopped never ended, and there is nothing to settle.
    while (ended && runner.isUnsettled) {
      ended = false;
      void Promise.resolve().then(() => {
        runner.settle();
        ended = true;
      });
      tickCallback?.();
    }
    const stuck = watchdog?.leave();
    rejections.running = undefined;
    if (!begun) throw new Error('a box was run from a microtask, where nothing can drain its own');
    if (stuck !== undefined) runner.failStuck(stuck.stack, stuck.text);
    return runner.finish();
  }

  private async stepByHops(batch: readonly BoxInput[]): Promise<BatchEffects> {
    const effects: (readonly Effect[])[] = [];
    for (const item of batch) {
      const runner = this.runnerOf(item);
      rejections.running = runner;
      runner.begin(item.input);
      await hop();
      while (runner.isUnsettled) {
        runner.settle();
        await hop();
      }
      rejections.running = undefined;
      effects.push(runner.finish());
    }
    return effects;
  }

  private runnerOf(item: BoxInput): BoxRunner {
    let runner = this.boxes.get(item.box);
    if (runner === undefined) {
      if (item.spec === undefined) throw new Error(`box ${item.box} was never booted`);
      runner = new BoxRunner(
        item.spec, this.loader, () => this.options.watchdog?.progress());
      this.boxes.set(item.box, runner);
      runner.prepare();
    }
    return runner;
  }
}

/** Whether `_tickCallback` drains microtasks here and now. */
function canDrain(): boolean {
  let drained = false;
  void Promise.resolve().then(() => { drained = true; });
  tickCallback?.();
  return drained;
}
