/**
 * Keeps a worker, and what it starts from then on, on one core.
 *
 * A worker and the process that runs a submission's code take turns, thousands of times a second:
 * on one core each finds what the other has just written, and none has to be woken elsewhere.
 * Hides: that this is only done where the system has a tool for it; without, all works as well.
 * Read next: ../run/worker.ts.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {findTool} from './confinement';

/** As they were when this process started, whatever it was kept to since. */
const CORES = coresAllowed();

/** @param number of the place that the worker has: two workers of a machine have different ones. */
export function stayOnOneCore(number: number): void {
  const core = CORES[number % CORES.length];
  if (CORES.length < 2 || core === undefined) return;
  spawnSync(findTool('taskset'), ['--pid', '--cpu-list', String(core), String(process.pid)],
    {stdio: 'ignore'});
}

/** None where the system does not say: 'Cpus_allowed_list: 0-3,8'. */
function coresAllowed(): readonly number[] {
  if (!fs.existsSync('/proc/self/status')) return [];
  const status = fs.readFileSync('/proc/self/status', 'utf8');
  const [, list = ''] = /^Cpus_allowed_list:\s*(\S+)/m.exec(status) ?? [];
  return list.split(',').filter(range => range !== '').flatMap(range => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({length: last - first + 1}, (_, n) => first + n);
  });
}
