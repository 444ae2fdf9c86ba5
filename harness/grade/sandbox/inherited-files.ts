/**
 * Keeps files that the grader was started with out of what it starts.
 *
 * A shell or a job engine may leave files open in what it runs. Node closes those that it finds for
 * its children, but stops looking at the first gap, and bubblewrap passes on what it gets.
 * Promises: what is started finds /dev/null in their place.
 */
import fs from 'node:fs';
import type {StdioOptions} from 'node:child_process';

/** Set for files that are closed in a new program. */
const CLOSE_ON_EXEC = 0o2000000;
const STDIO = 3;

/** Starts something by `start`, which must start it at once. */
export function withoutInherited<T>(
  stdio: readonly ('pipe' | 'ignore')[], start: (stdio: StdioOptions) => T,
): T {
  const open = inherited().filter(fd => fd >= stdio.length);
  if (open.length === 0) return start([...stdio]);
  const nothing = fs.openSync('/dev/null', 'r+');
  try {
    const others = Array.from({length: Math.max(...open) + 1 - stdio.length}, (_, n) =>
      open.includes(n + stdio.length) ? nothing : 'ignore');
    return start([...stdio, ...others]);
  } finally {
    fs.closeSync(nothing);
  }
}

/** Open files that a new program would find open. */
function inherited(): readonly number[] {
  if (!fs.existsSync('/proc/self/fdinfo')) return [];
  return fs.readdirSync('/proc/self/fdinfo').map(Number).filter(fd => {
    if (fd < STDIO) return false;
    try {
      const text = fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8');
      return (parseInt(/^flags:\s*(\d+)/m.exec(text)?.[1] ?? '', 8) & CLOSE_ON_EXEC) === 0;
    } catch {
      // It was the folder of files itself, closed by now.
      return false;
    }
  });
}
