/**
 * This submission cannot be graded, and why, in words for its student; the others can.
 *
 * Read next: submission.ts.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Of a whole submission. */
export const UNREADABLE = 'it cannot be read';

/** Of the grader's machine, whatever a student handed in. */
const OF_THE_MACHINE = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EIO']);

/** An error of the file system as a reason. @throws the error itself if the machine is to blame. */
export function refusalFrom(error: unknown, what: string): Refused {
  if (error instanceof Refused) return error;
  const {code, message} = error as NodeJS.ErrnoException;
  if (OF_THE_MACHINE.has(code ?? '')) throw error;
  return new Refused(`${what} (${code ?? message})`);
}

/** Whether it comes from the file system, and not from what is in a file. */
export function isOfFiles(error: NodeJS.ErrnoException): boolean {
  return error.syscall !== undefined;
}
