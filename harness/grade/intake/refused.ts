/**
 * This submission cannot be graded, and why, in words for its student; the others can.
 *
 * Read next: submission.ts.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** An error of the file system or of an archive's reader, as a reason. */
export function refusalFrom(error: unknown, what: string): Refused {
  if (error instanceof Refused) return error;
  const {code, message} = error as NodeJS.ErrnoException;
  return new Refused(`${what} (${code ?? message})`);
}
