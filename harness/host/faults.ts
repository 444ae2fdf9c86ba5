/**
 * Turns whatever went wrong inside a box into a fault that leads to the student's line.
 *
 * Promises: one sentence, the file as a person knows it, the line, and the student's own frames
 * only. Frames of the kit and of Node are left out. Nothing that is thrown can make this throw.
 * Read next: box-runner.ts.
 */
import type {BoxSpec, Fault, FaultKind, ModuleSource} from './box';
import {LoadRefused} from './module-loader';

const FRAMES_SHOWN = 5;
/** Characters of an error's message that are shown. */
const MESSAGE_LIMIT = 500;

/** Errors made inside a box belong to modules evaluated there, so only their names are known. */
interface NamedError extends Error {
  readonly lab?: number;
  readonly functionName?: string;
  readonly used?: string;
  readonly culprit?: {readonly module: string; readonly function: string};
}

const KIND_OF: ReadonlyMap<unknown, FaultKind> = new Map([
  ['NotWritten', 'not written'],
  ['ContractError', 'contract'],
  ['NotJson', 'contract'],
  ['ForbiddenName', 'import'],
  ['TimerStorm', 'storm'],
  ['Flood', 'flood'],
]);

/** A fault for something thrown (or rejected) while a box handled an input. */
export function faultOf(
  thrown: unknown, spec: BoxSpec, locate: (module: string, name: string) => number | null,
  rejected = false,
): Fault {
  try {
    return faultOfAny(thrown, spec, locate, rejected);
  } catch {
    // A getter or a toString of the student's that throws in its turn.
    const kind = rejected ? 'rejection' : 'throw';
    return fault(kind, 'threw something that cannot even be printed', []);
  }
}

function faultOfAny(
  thrown: unknown, spec: BoxSpec, locate: (module: string, name: string) => number | null,
  rejected: boolean,
): Fault {
  if (thrown instanceof LoadRefused) {
    const {message, file, line} = thrown;
    return {kind: 'fault', fault: thrown.fault, text: message, file, line, stack: []};
  }
  if (!(thrown instanceof Error)) return thrownValue(thrown, rejected);
  const error = thrown as NamedError;
  const frames = studentFrames(String(error.stack), spec);
  const kind = KIND_OF.get(error.name) ?? (rejected ? 'rejection' : 'throw');
  if (error.culprit !== undefined) return culpritFault(error, kind, spec, locate);
  const {lab, functionName} = error;
  const todo = kind === 'not written' && lab !== undefined && functionName !== undefined
    ? {todo: {lab, functionName}} : {};
  return {...fault(kind, sentence(error, kind), frames), ...todo};
}

/** A fault found by the watchdog or a counter, which knows only a stack. */
export function faultAt(kind: FaultKind, text: string, stack: string, spec: BoxSpec): Fault {
  return fault(kind, text, studentFrames(stack, spec));
}

function fault(kind: FaultKind, text: string, frames: readonly Frame[]): Fault {
  return {
    kind: 'fault', fault: kind, text,
    file: frames[0]?.file ?? null, line: frames[0]?.line ?? null,
    stack: frames.map(frame => frame.text),
  };
}

function thrownValue(thrown: unknown, rejected: boolean): Fault {
  const value = `${show(thrown)}, which is no Error and so has no line`;
  return rejected ? fault('rejection', `left a promise rejected with ${value}`, [])
    : fault('throw', `threw ${value}`, []);
}

/** A thrown value as code would write it. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value !== 'object' || value === null) return shorten(String(value));
  return shorten(JSON.stringify(value) ?? String(value));
}

function shorten(text: string): string {
  return text.length > MESSAGE_LIMIT ? `${text.slice(0, MESSAGE_LIMIT)}…` : text;
}

function sentence(error: NamedError, kind: FaultKind): string {
  const message = shorten(String(error.message));
  const said = message === '' ? String(error.name) : `${String(error.name)}: ${message}`;
  switch (kind) {
    case 'rejection': return `left a promise rejected with ${said}`;
    case 'throw': return `threw ${said}`;
    case 'import': return message.replace(/^a server may not use (`\w+`): /, 'uses $1 — ');
    default: return message;
  }
}

/** A function returned something wrong: it is not on the stack, so its definition is shown. */
function culpritFault(
  error: NamedError, kind: FaultKind, spec: BoxSpec,
  locate: (module: string, name: string) => number | null,
): Fault {
  const culprit = error.culprit!;
  const file = spec.modules[culprit.module]?.shownAs ?? null;
  const line = locate(culprit.module, culprit.function);
  const at = file === null || line === null ? [] : [`${culprit.function} (${file}:${line})`];
  return {kind: 'fault', fault: kind, text: String(error.message), file, line, stack: at};
}

interface Frame {readonly file: string; readonly line: number; readonly text: string}

/** '    at RaftLog.append (/a/folder/skeleton/log.ts:61:12)': name, file, line. */
const FRAME = /^\s+at (?:(.*?) \()?(?:file:\/\/)?(\/.*?|[A-Za-z]:\\.*?):(\d+):\d+\)?$/;

/** The frames of a V8 stack that lie in the student's files, innermost first. */
export function studentFrames(stack: string, spec: BoxSpec): readonly Frame[] {
  const sources = studentSources(spec);
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    const frame = frameOf(text, sources);
    if (frame === undefined) continue;
    frames.push(frame);
    if (frames.length === FRAMES_SHOWN) break;
  }
  return frames;
}

/**
 * Stacks in what a program prints, with the student's frames only: the others, and the folder the
 * kit lies in, differ from host to host and from machine to machine.
 */
export function cleanStacks(printed: string, spec: BoxSpec): string {
  if (!printed.includes('\n    at ')) return printed;
  const sources = studentSources(spec);
  const lines: string[] = [];
  for (const line of printed.split('\n')) {
    if (!/^\s+at .*(:\d+:\d+\)?( \{)?|\(<anonymous>\))$/.test(line)) {
      lines.push(line);
      continue;
    }
    const frame = frameOf(line.replace(/ \{$/, ''), sources);
    if (frame !== undefined) lines.push(`    at ${frame.text}`);
  }
  return lines.join('\n');
}

function frameOf(text: string, sources: ReadonlyMap<string, ModuleSource>): Frame | undefined {
  const found = FRAME.exec(text);
  const source = found?.[2] === undefined ? undefined : sources.get(found[2]);
  if (found === null || source === undefined) return undefined;
  const line = Number(found[3]);
  const where = `${source.shownAs}:${line}`;
  const name = (found[1] ?? '').replace(/^Object\./, '').replace(/ \[as .*\]$/, '');
  const shown = name === '' || name.includes('<anonymous>') ? where : `${name} (${where})`;
  return {file: source.shownAs, line, text: shown};
}

function studentSources(spec: BoxSpec): ReadonlyMap<string, ModuleSource> {
  const sources = new Map<string, ModuleSource>();
  for (const [name, source] of Object.entries(spec.modules)) {
    if (name.startsWith('#solution/')) sources.set(source.file, source);
  }
  return sources;
}
