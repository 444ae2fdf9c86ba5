/**
 * Ends this process when the one that started it is gone, even if this thread never comes to rest.
 *
 * The closed channel is noticed by a loop that turns; a driver that spins would never notice. So a
 * thread of its own looks whether the parent is still the same.
 * Read next: server-process.ts.
 */
import {Worker} from 'node:worker_threads';

const LOOK_EVERY_MS = 500;

const WATCH = `
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, ${LOOK_EVERY_MS});
`;

export function watchForOrphanhood(): void {
  new Worker(WATCH, {eval: true, stdout: false, stderr: false}).unref();
}
