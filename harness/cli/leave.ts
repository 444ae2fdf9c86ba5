/**
 * Ends the process when everything printed has been taken: a pipe may be slower than a program.
 *
 * Timers of student code or a watchdog may still hold the loop, so just returning is not enough.
 */
export function leave(code: number): Promise<never> {
  return new Promise(() => {
    process.stdout.write('', () => process.exit(code));
  });
}
