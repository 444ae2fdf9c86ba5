/**
 * Turns whatever went wrong inside a box into a fault that leads to the student's line.
 *
 * Promises: one sentence, the file as a person knows it, the line, and the student's own frames
 * only. Frames of the kit and of Node are left out.
 * Read next: box-runner.ts.
 */
import type {BoxSpec, Fault, FaultKind, ModuleSource} from './box';
import {LoadRefused} from './module-loader';

const FRAMES_SHOWN = 5;

/** Errors made inside a box belong to modules evaluated there, so only their names are known. */
interface NamedError extends Error {
  readonly lab?: number;
  readonly functionName?: string;
  readonly culprit?: {readonly module: string; readonly function: string};
}

const KIND_OF: Readonly<Record<string, FaultKind>> = {
  NotWritten: 'not written',
  ContractError: 'contract',
  NotJson: 'contract',
  ForbiddenName: 'import',
  TimerStorm: 'storm',
};

/** A fault for something thrown (or rejected) while a box handled an input. */
export function faultOf(
  thrown: unknown, spec: BoxSpec, locate: (module: string, name: string) => number | null,
  rejected = false,
): Fault {
  if (thrown instanceof LoadRefused) {
    const {fault, message, file, line} = thrown;
    return {kind: 'fault', fault, text: message, file, line, stack: []};
  }
  if (!(thrown instanceof Error)) return thrownValue(thrown, rejected);
  const error = thrown as NamedError;
  const frames = studentFrames(error.stack ?? '', spec);
  const known = KIND_OF[error.name];
  const fault: FaultKind = known ?? (rejected ? 'rejection' : 'throw');
  if (error.culprit !== undefined) return culpritFault(error, fault, spec, locate);
  return {
    kind: 'fault', fault, text: sentence(error, fault),
    file: frames[0]?.file ?? null, line: frames[0]?.line ?? null,
    stack: frames.map(frame => frame.text),
    ...(fault === 'not written' && error.lab !== undefined && error.functionName !== undefined
      ? {todo: {lab: error.lab, functionName: error.functionName}} : {}),
  };
}

/** A fault found by the watchdog or a counter, which knows only a stack. */
export function faultAt(kind: FaultKind, text: string, stack: string, spec: BoxSpec): Fault {
  const frames = studentFrames(stack, spec);
  return {
    kind: 'fault', fault: kind, text,
    file: frames[0]?.file ?? null, line: frames[0]?.line ?? null,
    stack: frames.map(frame => frame.text),
  };
}

function thrownValue(thrown: unknown, rejected: boolean): Fault {
  const text = `${rejected ? 'a promise was rejected with' : 'threw'} ${String(thrown)}, not an Error`;
  return {kind: 'fault', fault: rejected ? 'rejection' : 'throw', text, file: null, line: null, stack: []};
}

function sentence(error: Error, fault: FaultKind): string {
  const said = `${error.name}: ${error.message}`;
  if (fault === 'rejection') return `a promise was rejected and nobody handled it: ${said}`;
  if (fault === 'throw') return `threw ${said}`;
  return error.message;
}

/** A function returned something wrong: it is not on the stack, so its definition is shown. */
function culpritFault(
  error: NamedError, fault: FaultKind, spec: BoxSpec,
  locate: (module: string, name: string) => number | null,
): Fault {
  const culprit = error.culprit!;
  const file = spec.modules[culprit.module]?.shownAs ?? null;
  const line = locate(culprit.module, culprit.function);
  const at = file === null || line === null ? [] : [`${culprit.function} (${file}:${line})`];
  return {kind: 'fault', fault, text: error.message, file, line, stack: at};
}

interface Frame {readonly file: string; readonly line: number; readonly text: string}

/** The frames of a V8 stack that lie in the student's files, innermost first. */
export function studentFrames(stack: string, spec: BoxSpec): readonly Frame[] {
  const sources = new Map<string, ModuleSource>();
  for (const [name, source] of Object.entries(spec.modules)) {
    if (name.startsWith('#solution/')) sources.set(source.file, source);
  }
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    const found = /^\s+at (?:(.*?) \()?(?:file:\/\/)?(\/.*?|[A-Za-z]:\\.*?):(\d+):\d+\)?$/.exec(text);
    const source = found?.[2] === undefined ? undefined : sources.get(found[2]);
    if (found === null || source === undefined) continue;
    const line = Number(found[3]);
    const where = `${source.shownAs}:${line}`;
    const name = (found[1] ?? '').replace(/^Object\./, '').replace(/ \[as .*\]$/, '');
    const text_ = name === '' || name.includes('<anonymous>') ? where : `${name} (${where})`;
    frames.push({file: source.shownAs, line, text: text_});
    if (frames.length === FRAMES_SHOWN) break;
  }
  return frames;
}
