/**
 * How much more memory a scripted object holds than before: for "counted and skipped, not kept".
 *
 * Promises: garbage is collected before it is weighed, so only what is still held counts. The
 * answer is a yes or no against a bound; with a bound far from both sides it is always the same.
 * Read next: scripted-guest.ts, which asks.
 */
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

export class MemoryGauge {
  private collect: (() => void) | undefined;
  private bytesBefore: number | undefined;

  grewBeyond(bytes: number): boolean {
    const bytesNow = this.weigh();
    const grown = bytesNow - (this.bytesBefore ?? bytesNow);
    this.bytesBefore = bytesNow;
    return grown > bytes;
  }

  private weigh(): number {
    this.collect ??= collector();
    this.collect();
    const {heapUsed, arrayBuffers} = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }
}

/** V8's own collector. A context made while the flag is set has it, and no other ever does. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
