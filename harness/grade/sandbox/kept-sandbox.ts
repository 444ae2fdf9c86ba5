/**
 * One sandbox for many submissions, one after the other: finding one takes half a second.
 *
 * Promises: what one submission leaves, running or lying, is gone before the next one comes, as if
 * each had a sandbox of its own. Whenever anything goes wrong the sandbox is given up, and the next
 * submission's is found anew.
 * Read next: ../run/worker.ts, which keeps one.
 */
import type {Sandbox} from './sandbox';

export class KeptSandbox {
  /** Not while it is in use. */
  private kept: Sandbox | undefined;

  constructor(private readonly find: () => Promise<Sandbox>) {}

  async use<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
    const sandbox = await this.take();
    let done: T;
    try {
      done = await work(sandbox);
      await sandbox.clear();
    } catch (error) {
      await sandbox.close();
      throw error;
    }
    this.kept = sandbox;
    return done;
  }

  /** Gives up what is not in use. */
  async close(): Promise<void> {
    const {kept} = this;
    this.kept = undefined;
    await kept?.close();
  }

  private async take(): Promise<Sandbox> {
    const {kept} = this;
    this.kept = undefined;
    if (kept?.renew() === true) return kept;
    await kept?.close();
    return this.find();
  }
}
