/**
 * What a script's operation threw: an answer, or the end of the box.
 *
 * An error of the solution's own making is an answer, since refusing is part of the contract. What
 * concerns the box itself (not written yet, a forbidden import, a missing export) goes on to the
 * host, which reports it with file and line.
 * Promises: the same frames on every host, wherever its files are.
 * Read next: script.ts, which says what a frame is.
 */
import type {Thrown, ThrownFrame} from './script';

/** Errors of the kit that end the box; known by name, since modules are evaluated per box. */
const FOR_THE_HOST = new Set([
  'NotWritten', 'ContractError', 'ForbiddenName', 'LoadRefused', 'TimerStorm', 'ScriptError',
  'Flood', 'BadMessage',
]);

/** '    at RaftLog.append (/a/folder/skeleton/log.ts:61:12)': name, file, line. */
const FRAME = /^\s+at (?:(.*?) \()?(?:file:\/\/)?(\/.*?|[A-Za-z]:\\.*?):(\d+):\d+\)?$/;

const FRAMES_SHOWN = 5;

/** The test's own mistake: a script that says nothing sensible. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** Whether something thrown concerns the box itself, and so ends it. */
export function isForTheHost(thrown: unknown): boolean {
  return thrown instanceof Error && FOR_THE_HOST.has(thrown.name);
}

/** @throws what is for the host */
export function thrownAs(thrown: unknown): Thrown {
  if (!(thrown instanceof Error)) {
    return {name: 'not an Error', message: String(thrown), frames: []};
  }
  if (isForTheHost(thrown)) throw thrown;
  const {name, message} = thrown;
  return {name: String(name), message: String(message), frames: framesOf(String(thrown.stack))};
}

/** The frames inside the operation that are neither the kit's, nor Node's, nor a package's. */
function framesOf(stack: string): readonly ThrownFrame[] {
  const guest = `${__dirname}${__dirname.includes('/') ? '/' : '\\'}scripted-guest.`;
  const kitFolder = __dirname.replace(/[^\\/]+$/, '');
  const frames: ThrownFrame[] = [];
  for (const text of stack.split('\n')) {
    const found = FRAME.exec(text);
    const file = found?.[2];
    if (file?.startsWith(guest)) break;
    if (file === undefined || file.startsWith(kitFolder)) continue;
    if (/[\\/]node_modules[\\/]/.test(file)) continue;
    const name = (found?.[1] ?? '').replace(/^Object\./, '').replace(/ \[as .*\]$/, '');
    frames.push({
      name: name.includes('<anonymous>') ? '' : name,
      module: `#solution/${file.replace(/^.*[\\/]/, '').replace(/\.[jt]s$/, '')}`,
      line: Number(found?.[3]),
    });
    if (frames.length === FRAMES_SHOWN) break;
  }
  return frames;
}
