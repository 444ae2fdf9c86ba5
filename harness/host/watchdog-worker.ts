/**
 * The watchdog's own thread: looks, and if need be pauses and ends the input that spins.
 *
 * Promises: touches the main thread only when an input is stuck. Calling terminateExecution
 * without a pause aborts Node, and a debugger left enabled keeps the process from exiting, so the
 * order is fixed: enable, pause, read the stack, terminate, resume, disable.
 * Hides: that V8's debugger gives a frame without its file, and that a loop calls other functions,
 * so that one look at the stack would often name a function that is not to blame.
 * Read next: watchdog.ts.
 */
import {Session} from 'node:inspector';
import type {Debugger} from 'node:inspector';
import {SourceMap} from 'node:module';
import {workerData} from 'node:worker_threads';
import {COUNT, STACK_LENGTH, STUCK} from './watchdog';
import type {WatchdogMemory} from './watchdog';

const LOOK_EVERY_MS = 50;
/** How often a stuck input is paused, to tell the loop from what it calls. */
const LOOKS_AT_A_LOOP = 8;
const LOOK_AGAIN_MS = 2;
const ASK_AGAIN_MS = 50;
/** More are a recursion. */
const FRAMES_TOLD = 100;

/** Node's functions that drain microtasks: the first is `_tickCallback`. */
const DRAINING = new Set(['runNextTicks', 'processTicksAndRejections']);

const memory = workerData as WatchdogMemory;

/** What the last look saw: the count, and the CPU time when it first had this value. */
class Watch {
  private count = 0;
  private cpuMs = 0;
  private handled = -1;

  look(): void {
    const count = Atomics.load(memory.numbers, COUNT);
    const usage = process.cpuUsage();
    const cpuMs = (usage.user + usage.system) / 1000;
    if (count !== this.count || count % 2 === 0) {
      this.count = count;
      this.cpuMs = cpuMs;
    } else if (cpuMs - this.cpuMs > memory.cpuLimitMs && this.handled !== count) {
      this.handled = count;
      endInput(count, () => { this.handled = -1; });
    }
  }
}

/** A frame of a stack that was seen, innermost first in its stack. */
interface Seen {
  /** Which function: the same in each look at a loop that calls others. */
  readonly key: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Pauses the thread a few times, and ends the input.
 *
 * @param count of the input: while the thread is paused, another one says that it is over.
 * @param missed called if the pause came too late or too early to end it.
 */
function endInput(count: number, missed: () => void): void {
  const session = new Session();
  const scripts = new Map<string, Debugger.ScriptParsedEventDataType>();
  const stacks: Seen[][] = [];
  let asking: NodeJS.Timeout | undefined;
  // A thread that is just being resumed takes no notice, so it is asked until it pauses.
  const pauseAfter = (delayMs: number): void => {
    asking = setTimeout(() => {
      session.post('Debugger.pause');
      pauseAfter(ASK_AGAIN_MS);
    }, delayMs);
  };
  const goOn = (): void => session.post('Debugger.resume', () => {
    session.post('Debugger.disable', () => session.disconnect());
  });
  session.connectToMainThread();
  session.on('Debugger.scriptParsed', ({params}) => scripts.set(params.scriptId, params));
  session.on('Debugger.paused', ({params}) => {
    clearTimeout(asking);
    if (!isInInput(count, params.callFrames)) {
      missed();
      return goOn();
    }
    stacks.push(params.callFrames.map(frame => seenIn(frame, scripts)));
    if (stacks.length < LOOKS_AT_A_LOOP) {
      session.post('Debugger.resume', () => pauseAfter(LOOK_AGAIN_MS));
      return;
    }
    publish(stacks);
    // It answers only once something was terminated, so nothing waits for the answer.
    session.post('Runtime.terminateExecution');
    goOn();
  });
  session.post('Debugger.enable', () => pauseAfter(0));
}

/** Only inside the drain of microtasks can just the input be ended, and nothing else. */
function isInInput(count: number, frames: readonly Debugger.CallFrame[]): boolean {
  return Atomics.load(memory.numbers, COUNT) === count &&
    frames.some(({functionName}) => DRAINING.has(functionName));
}

/** Leaves the stacks where the main thread finds them, then says so. */
function publish(stacks: readonly (readonly Seen[])[]): void {
  const last = stacks.at(-1) ?? [];
  const text = [framesOfLoop(stacks), last]
    .map(frames => frames.slice(0, FRAMES_TOLD).map(written).join('\n'))
    .join('\n\n');
  const {written: length} = new TextEncoder().encodeInto(text, memory.stack);
  Atomics.store(memory.numbers, STACK_LENGTH, length);
  Atomics.store(memory.numbers, STUCK, 1);
}

/**
 * The frames that are in all stacks: the loop is in the innermost, at the first line of it that was
 * seen. What it calls comes and goes.
 */
function framesOfLoop(stacks: readonly (readonly Seen[])[]): readonly Seen[] {
  const [first = [], ...others] = stacks.map(stack => stack.toReversed());
  const differs = first.findIndex(({key}, n) => others.some(one => one[n]?.key !== key));
  const depth = differs === -1 ? first.length : differs;
  const common = first.slice(0, depth).toReversed();
  const [innermost, ...callers] = common;
  if (innermost === undefined) return [];
  const lines = [first, ...others].map(stack => stack[depth - 1]!.line);
  return [{...innermost, line: Math.min(...lines)}, ...callers];
}

function seenIn(
  frame: Debugger.CallFrame,
  scripts: ReadonlyMap<string, Debugger.ScriptParsedEventDataType>,
): Seen {
  const {scriptId, lineNumber, columnNumber = 0} = frame.location;
  const script = scripts.get(scriptId);
  const start = frame.functionLocation;
  return {
    key: `${scriptId}:${start?.lineNumber ?? 0}:${start?.columnNumber ?? 0}:${frame.functionName}`,
    name: frame.functionName || '<anonymous>',
    file: script?.url ?? '',
    line: originalLine(script?.sourceMapURL, lineNumber, columnNumber) ?? lineNumber + 1,
  };
}

/** A frame as V8 prints it, with the line of the .ts file. */
function written({name, file, line}: Seen): string {
  return `    at ${name} (${file}:${line}:1)`;
}

function originalLine(
  sourceMapUrl: string | undefined, lineNumber: number, columnNumber: number,
): number | undefined {
  const base64 = sourceMapUrl?.split('base64,')[1];
  if (base64 === undefined) return undefined;
  const payload: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  const map = new SourceMap(payload as ConstructorParameters<typeof SourceMap>[0]);
  const entry = map.findEntry(lineNumber, columnNumber);
  return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
}

const watch = new Watch();
setInterval(() => watch.look(), LOOK_EVERY_MS);
