/**
 * Leaves the microtask a test awaits in: boxes can drain their own microtasks only outside of one.
 *
 * Read next: in-process-host.ts.
 */

/** Runs `work` as soon as the event loop turns; no time passes in any world. */
export function inMacrotask(work: () => void): void {
  setImmediate(work);
}
