/**
 * The globals of code that runs on real time: a box's names, with the clock of the machine.
 *
 * Promises: what a box refuses is refused here too, so a transport or a driver that runs here also
 * runs in the tests. Only timers, Date, Math.random and their like are the real ones.
 * Read next: student-parts.ts.
 */
import {BoxClock} from '../host/box-clock';
import {environmentOf, PARAMETERS} from '../host/environment';

const REAL: Readonly<Record<string, unknown>> = {
  setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate,
  queueMicrotask, Date, performance, Math, crypto,
};

/** A clock for `timers/promises`, which waits on whatever clock it is given. */
class RealClock extends BoxClock {
  override setTimeout(
    callback: (...values: unknown[]) => void, delayMs: number, ...values: unknown[]
  ): object {
    return setTimeout(callback, delayMs, ...values);
  }
}

export interface RealEnvironment {
  /** The values for PARAMETERS. */
  readonly values: readonly unknown[];
  readonly clock: BoxClock;
}

/** @param log takes what the code prints. */
export function realEnvironment(log: (line: string) => void): RealEnvironment {
  const clock = new RealClock();
  const values = [...environmentOf({clock, random: Math.random, log})];
  const own = values[PARAMETERS.indexOf('globalThis')] as Record<string, unknown>;
  for (const [name, value] of Object.entries(REAL)) {
    values[PARAMETERS.indexOf(name)] = value;
    own[name] = value;
  }
  return {values, clock};
}
