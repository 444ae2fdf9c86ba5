/**
 * A limit on the real time that another process takes, which stands still while it waits for us.
 *
 * Promises: with all waiting, no more than three times the limit passes, so that a process cannot
 * buy time by asking slow questions.
 * Read next: process-host.ts.
 */

/** Of the limit, waiting included. */
const WHOLE = 3;

export class Deadline {
  private timer: NodeJS.Timeout | undefined;
  /** Runs on while the other side waits. */
  private whole: NodeJS.Timeout | undefined;
  private ownMs = 0;
  private resumedAt: number | undefined;

  constructor(private readonly limitMs: number, private readonly expire: () => void) {}

  start(): void {
    this.stop();
    this.ownMs = 0;
    this.whole = setTimeout(this.expire, WHOLE * this.limitMs);
    this.resume();
  }

  /** The other side waits for us. */
  pause(): void {
    if (this.resumedAt === undefined) return;
    this.ownMs += performance.now() - this.resumedAt;
    this.resumedAt = undefined;
    clearTimeout(this.timer);
  }

  resume(): void {
    this.pause();
    this.resumedAt = performance.now();
    this.timer = setTimeout(this.expire, Math.max(0, this.limitMs - this.ownMs));
  }

  stop(): void {
    this.pause();
    clearTimeout(this.whole);
  }
}
