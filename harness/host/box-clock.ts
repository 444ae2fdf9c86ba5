/**
 * The clock of one box: sinon's fake timers, with one alarm for the world to keep.
 *
 * Promises: nothing fires by itself. The world learns the earliest deadline (`nextAtMs`) and says
 * when it has come (`fireOne`); one call fires one timer, so microtasks are drained between two.
 * A timer without delay is due at the very instant it is set, wherever it is set.
 * Hides: that a clock is made only when a program first asks for a timer, since most boxes of labs
 * 1 to 5 never do; and sinon's handles, whose numbers count the timers of all boxes.
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
type SinonTimer = ReturnType<Clock['setTimeout']>;

/** What setTimeout and its like return, as in Node. */
class BoxTimer {
  #refed = true;
  readonly #refresh: () => void;
  readonly #id: () => number;

  constructor(refresh: () => void, id: () => number) {
    this.#refresh = refresh;
    this.#id = id;
  }

  ref(): this {
    this.#refed = true;
    return this;
  }

  unref(): this {
    this.#refed = false;
    return this;
  }

  hasRef(): boolean {
    return this.#refed;
  }

  refresh(): this {
    this.#refresh();
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#id();
  }
}

export class BoxClock {
  nowMs = 0;
  private clock: Clock | undefined;
  private readonly timers = new WeakMap<object, SinonTimer>();
  /** Timers whose number the program asked for. */
  private readonly numbered = new Map<number, BoxTimer>();
  private setSoFar = 0;
  /** Whether the input under way, microtasks included, is a timer's. */
  private isFiring = false;
  private isChained = false;
  private chain = 0;

  /** The earliest deadline in this box's ms, or null if no timer is pending. */
  get nextAtMs(): number | null {
    return this.clock?.timerHeap?.peek()?.callAt ?? null;
  }

  /** An input begins: `isTimer` says whether it may fire one. */
  begin(nowMs: number, isTimer: boolean): void {
    if (this.isFiring && !this.isChained) this.chain = 0;
    this.nowMs = nowMs;
    this.isFiring = isTimer;
    this.isChained = false;
  }

  /** Fires the first timer that is due, if one is. */
  fireOne(): void {
    const next = this.nextAtMs;
    if (this.clock === undefined || next === null || next > this.nowMs) return;
    try {
      this.clock.next();
    } finally {
      this.clock.now = this.nowMs;
    }
  }

  setTimeout(callback: Callback, delayMs: number, ...values: unknown[]): object {
    this.noticeChain(delayMs);
    const timer = this.ready().setTimeout(callback, delayMs, ...values);
    return this.handle(timer, delayMs);
  }

  setInterval(callback: Callback, delayMs: number, ...values: unknown[]): object {
    const everyMs = Math.max(1, delayMs);
    return this.handle(this.ready().setInterval(callback, everyMs, ...values), everyMs);
  }

  /** Clears a timer of any kind; undefined and unknown handles are ignored, as in Node. */
  clear(handle: unknown): void {
    if (this.clock === undefined) return;
    const known = typeof handle === 'object' ? handle : this.numbered.get(Number(handle));
    const timer = known === null || known === undefined ? undefined : this.timers.get(known);
    if (timer !== undefined) this.clock.clearTimeout(timer);
  }

  private handle(timer: SinonTimer, delayMs: number): object {
    const number = ++this.setSoFar;
    const refresh = (): void => {
      this.noticeChain(delayMs);
      this.ready();
      (timer as {refresh?(): unknown}).refresh?.();
    };
    const handle: BoxTimer = new BoxTimer(refresh, () => {
      this.numbered.set(number, handle);
      return number;
    });
    this.timers.set(handle, timer);
    return handle;
  }

  private ready(): Clock {
    this.clock ??= createClock(this.nowMs);
    this.clock.now = this.nowMs;
    // Else sinon would give a timer without delay that is set by a timer's callback 1 ms more.
    (this.clock as {duringTick?: boolean}).duringTick = false;
    return this.clock;
  }

  /** A timer's input that sets a timer without delay is one link of a chain. */
  private noticeChain(delayMs: number): void {
    if (!this.isFiring || delayMs >= 1) return;
    this.isChained = true;
    this.chain++;
    if (this.chain < STORM_LENGTH) return;
    throw new TimerStorm(
      `set ${STORM_LENGTH} timers without delay, each from the one before`);
  }
}
