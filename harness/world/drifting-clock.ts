/**
 * The clock of one box as the world keeps it: it may run faster or slower than the world's, and be
 * ahead of it.
 *
 * Promises: it shows floor(world ms × rate + offset). It never goes backwards, and a new rate does
 * not make it jump. As long as nobody has set it, it shows the world's own time.
 * Read next: inhabitants.ts, which converts alarms by it; host/box-clock.ts, the same clock seen
 * from inside.
 */

export interface ClockSetting {
  /** Box ms per world ms: 1.1 gains 100 ms a second. Above 0. */
  readonly rate: number;
  /** How far ahead it is from the start, in ms. Only before the first boot. */
  readonly aheadMs?: number;
}

/** Beyond it adding 1 to a number need not change it; no world lives that long. */
const FAR_AWAY_MS = 2 ** 50;

export class DriftingClock {
  private isTrue = true;
  private rate = 1;
  /** Since `fromMs` of the world it has gone on from `shown`, which is not yet rounded. */
  private fromMs = 0;
  private shown = 0;

  /** What it shows at an instant of the world, in ms. */
  at(worldMs: number): number {
    return this.isTrue ? worldMs : Math.floor(this.exactly(worldMs));
  }

  /** From this instant on it runs at another rate. */
  set(worldMs: number, {rate, aheadMs = 0}: ClockSetting): void {
    if (!(rate > 0 && rate < Infinity)) throw new Error(`a clock cannot run at the rate ${rate}`);
    if (!(aheadMs >= 0)) throw new Error(`a clock cannot be ${aheadMs}ms ahead`);
    this.shown = this.exactly(worldMs) + aheadMs;
    this.fromMs = worldMs;
    this.rate = rate;
    this.isTrue = false;
  }

  /** The earliest whole ms of the world, from `fromMs` on, at which it shows at least `boxMs`. */
  whenItShows(boxMs: number, fromMs: number): number {
    if (this.at(fromMs) >= boxMs) return fromMs;
    if (this.isTrue) return boxMs;
    let worldMs = Math.ceil(this.fromMs + (boxMs - this.shown) / this.rate);
    if (worldMs > FAR_AWAY_MS) return worldMs;
    // Fractions are rounded, so the quotient may be a ms off in either direction.
    while (this.at(worldMs) < boxMs) worldMs++;
    while (worldMs - 1 > fromMs && this.at(worldMs - 1) >= boxMs) worldMs--;
    return worldMs;
  }

  private exactly(worldMs: number): number {
    return this.shown + (worldMs - this.fromMs) * this.rate;
  }
}
