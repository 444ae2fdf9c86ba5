/**
 * The clock of one box: sinon's fake timers, with one alarm for the world to keep.
 *
 * Promises: nothing fires by itself. The world learns the earliest deadline (`nextAtMs`) and says
 * when it has come (`fireOne`); one call fires one timer, so microtasks are drained between two.
 * Hides: that a clock is made only when a program first asks for a timer, since most boxes of labs
 * 1 to 5 never do.
 * Read next: environment.ts, which hands the functions to the program.
 */
import {createClock} from '@sinonjs/fake-timers';
import type {Clock} from '@sinonjs/fake-timers';

/** A chain of timers without delay this long is a storm. */
const STORM_LENGTH = 1_000;

export class TimerStorm extends Error {
  override readonly name = 'TimerStorm';
}

type Callback = (...values: unknown[]) => void;

export class BoxClock {
  nowMs = 0;
  private clock: Clock | undefined;
  private firing = false;
  private chain = 0;
  private chained = false;

  /** The earliest deadline in this box's ms, or null if no timer is pending. */
  get nextAtMs(): number | null {
    return this.clock?.timerHeap?.peek()?.callAt ?? null;
  }

  /** Fires the first timer that is due, if one is. */
  fireOne(): void {
    const next = this.nextAtMs;
    if (this.clock === undefined || next === null || next > this.nowMs) return;
    this.firing = true;
    this.chained = false;
    try {
      this.clock.next();
    } finally {
      this.firing = false;
      if (!this.chained) this.chain = 0;
      this.clock.now = this.nowMs;
    }
  }

  setTimeout(callback: Callback, delayMs: number, ...values: unknown[]): unknown {
    this.noticeChain(delayMs);
    return this.ready().setTimeout(callback, delayMs, ...values);
  }

  setInterval(callback: Callback, delayMs: number, ...values: unknown[]): unknown {
    return this.ready().setInterval(callback, Math.max(1, delayMs || 0), ...values);
  }

  setImmediate(callback: Callback, ...values: unknown[]): unknown {
    this.noticeChain(0);
    return this.ready().setTimeout(callback, 0, ...values);
  }

  /** Clears a timer of any kind; undefined and unknown handles are ignored, as in Node. */
  clear(handle: unknown): void {
    if (handle === undefined || handle === null || this.clock === undefined) return;
    this.clock.clearTimeout(handle as number);
  }

  private ready(): Clock {
    this.clock ??= createClock(this.nowMs);
    this.clock.now = this.nowMs;
    return this.clock;
  }

  /** A timer callback that sets a timer without delay is one link of a chain. */
  private noticeChain(delayMs: number): void {
    if (!this.firing || delayMs >= 1) return;
    this.chained = true;
    this.chain++;
    if (this.chain < STORM_LENGTH) return;
    throw new TimerStorm(`${STORM_LENGTH} timers without delay set each other`);
  }
}
