/**
 * Ends a process and all that runs in its namespace.
 *
 * Bubblewrap is two processes: one outside that waits, and inside the first of the namespace, with
 * which all others end. Promises: the inner one is killed, so that the outer one can bury it. If
 * the outer one were killed, the inner would be left to the machine's first process, and many
 * containers have none that buries what it did not start.
 */
import type {ChildProcess} from 'node:child_process';
import fs from 'node:fs';

/** So long may the outer process take to notice. */
const PATIENCE_MS = 2_000;

export function killTree(child: ChildProcess): void {
  const {pid} = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const inner = childrenOf(pid);
  if (inner.length === 0) {
    child.kill('SIGKILL');
    return;
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  child.on('exit', () => clearTimeout(timer));
  for (const one of inner) kill(one);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(one => one !== '').map(Number);
  } catch {
    return [];
  }
}
