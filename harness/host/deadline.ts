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
  private ownMs = 0;
  private startedAt = 0;
  private resumedAt: number | undefined;

  constructor(private readonly limitMs: number, private readonly expire: () => void) {}

  start(): void {
    this.stop();
    this.ownMs = 0;
    this.startedAt = performance.now();
    this.resume();
  }

  /** The other side waits for us. */
  pause(): void {
    if (this.resumedAt === undefined) return;
    this.ownMs += performance.now() - this.resumedAt;
    this.stop();
  }

  resume(): void {
    this.stop();
    const now = performance.now();
    this.resumedAt = now;
    const leftMs = Math.min(
      this.limitMs - this.ownMs, WHOLE * this.limitMs - (now - this.startedAt));
    this.timer = setTimeout(this.expire, Math.max(0, leftMs));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.resumedAt = undefined;
  }
}
