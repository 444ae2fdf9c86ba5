/**
 * The three ways to run boxes, which must be told apart by nothing but their speed.
 *
 * Read next: one-trace.spec.ts.
 */
import {createHash} from 'node:crypto';
import type {Host} from '../../../harness/host/box';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {ProcessHost} from '../../../harness/host/process-host';
import {Watchdog} from '../../../harness/host/watchdog';
import type {Trace} from '../../../harness/world/trace';

/** CPU time after which an input is stuck: shorter than a student's, so that tests are quick. */
const INPUT_CPU_MS = 250;

export class Hosts {
  private readonly watchdog = Watchdog.start(INPUT_CPU_MS);
  private readonly made: Readonly<Record<string, Host>> = {
    'in-process': new InProcessHost({watchdog: this.watchdog}),
    'in-process, by hops': new InProcessHost({drain: 'hop'}),
    process: new ProcessHost({inputCpuMs: INPUT_CPU_MS}),
  };

  readonly inProcess = this.made['in-process']!;
  readonly process = this.made['process']!;

  get all(): readonly (readonly [string, Host])[] {
    return Object.entries(this.made);
  }

  async close(): Promise<void> {
    for (const [, host] of this.all) await host.close();
    await this.watchdog?.stop();
  }
}

/** One number for everything that happened. */
export function digestOf(trace: Trace): string {
  const hash = createHash('sha1');
  for (const step of trace.steps) hash.update(JSON.stringify(step));
  return `${trace.length} steps, ${hash.digest('hex')}`;
}
