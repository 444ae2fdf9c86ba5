/**
 * What nobody caught in a server's process: an error of the subject's driver or transport, or ours.
 *
 * Read next: server-process.ts.
 */
import type {BoxSpec} from '../host/box';
import {faultOf} from '../host/faults';
import {findSubject, modulesOf} from '../scenario/subject';
import type {ServerOptions} from './server-options';
import {StudentFault} from './student-parts';

/** One line, with the place in the subject's files if the error came from there. */
export function describeStray(error: unknown, options: ServerOptions): string {
  if (error instanceof StudentFault) return `its code cannot be used. ${error.message}`;
  const modules = modulesOf(findSubject(options.subject), 7);
  const spec: BoxSpec = {id: options.self, program: '', modules};
  const {text, file, line} = faultOf(error, spec, () => null);
  if (file !== null && !file.startsWith('harness/')) {
    return `its code stopped. ${file}:${line}: ${text}`;
  }
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return `this is a bug in the lab kit, not in your code: ${stack.replace(/\s*\n\s*/g, ' | ')}`;
}
