/**
 * The watchdog's own thread: looks, and if need be pauses and ends the input that spins.
 *
 * Promises: touches the main thread only when an input is stuck. Calling terminateExecution
 * without a pause aborts Node, and a debugger left enabled keeps the process from exiting, so the
 * order is fixed: enable, pause, read the stack, terminate, resume, disable.
 * Read next: watchdog.ts.
 */
import {Session} from 'node:inspector';
import type {Debugger} from 'node:inspector';
import {SourceMap} from 'node:module';
import {workerData} from 'node:worker_threads';
import {COUNT, STACK_LENGTH, STUCK} from './watchdog';
import type {WatchdogMemory} from './watchdog';

const LOOK_EVERY_MS = 100;

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
      endInput();
    }
  }
}

function endInput(): void {
  const session = new Session();
  const sourceMaps = new Map<string, string>();
  session.connectToMainThread();
  session.on('Debugger.scriptParsed', ({params}) => {
    if (params.sourceMapURL) sourceMaps.set(params.scriptId, params.sourceMapURL);
  });
  session.once('Debugger.paused', ({params}) => {
    publish(params.callFrames.map(frame => lineOf(frame, sourceMaps)).join('\n'));
    session.post('Runtime.terminateExecution', () => {
      session.post('Debugger.resume', () => {
        session.post('Debugger.disable', () => session.disconnect());
      });
    });
  });
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
}

/** Leaves the stack where the main thread finds it, then says so. */
function publish(stack: string): void {
  const {written} = new TextEncoder().encodeInto(stack, memory.stack);
  Atomics.store(memory.numbers, STACK_LENGTH, written);
  Atomics.store(memory.numbers, STUCK, 1);
}

/** A frame as V8 prints it, with the line of the .ts file. */
function lineOf(frame: Debugger.CallFrame, sourceMaps: ReadonlyMap<string, string>): string {
  const {scriptId, lineNumber, columnNumber = 0} = frame.location;
  const name = frame.functionName || '<anonymous>';
  const line = originalLine(sourceMaps.get(scriptId), lineNumber, columnNumber) ?? lineNumber + 1;
  return `    at ${name} (${frame.url}:${line}:1)`;
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
