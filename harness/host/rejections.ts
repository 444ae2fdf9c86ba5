/**
 * Promises that were rejected and nobody listened: each belongs to the box that was running.
 *
 * Node.js tells the whole process, so there is one listener for all in-process hosts of it. One box
 * runs at a time, and its rejections are told before its input is over.
 * Promises: a rejection while no box runs is the kit's own and ends the process, as Node would.
 * Read next: in-process-host.ts.
 */
export interface Rejectable {
  fail(thrown: unknown, rejected: boolean): void;
}

export class RejectionWatch {
  /** The box whose input is under way. */
  running: Rejectable | undefined;
  private readonly seen = new WeakSet<Promise<unknown>>();
  private hosts = 0;

  /** A host begins to run boxes. */
  open(): void {
    if (this.hosts++ === 0) process.on('unhandledRejection', this.onRejection);
  }

  close(): void {
    if (--this.hosts === 0) process.removeListener('unhandledRejection', this.onRejection);
  }

  private readonly onRejection = (reason: unknown, promise: Promise<unknown>): void => {
    // Mocha emits each rejection a second time.
    if (this.seen.has(promise)) return;
    this.seen.add(promise);
    if (this.running === undefined) throw reason;
    this.running.fail(reason, true);
  };
}

/** The one of this process. */
export const rejections = new RejectionWatch();
