/**
 * A host that can be had as new: what ran there before may be what ends the next world.
 *
 * Read next: run-tasks.ts.
 */
import type {BatchEffects, BoxInput, Host} from '../../host/box';

/** A host, and another one in its place whenever one is to have done nothing yet. */
export class FreshHost implements Host {
  readonly name = 'process';
  /** Whether no world has had a box here yet. */
  isFresh = true;
  private host: Host;

  constructor(private readonly make: () => Host) {
    this.host = make();
  }

  newBox(): number {
    this.isFresh = false;
    return this.host.newBox();
  }

  step(batch: readonly BoxInput[]): BatchEffects | Promise<BatchEffects> {
    return this.host.step(batch);
  }

  drop(box: number): void {
    this.host.drop(box);
  }

  /** Only between two worlds. */
  async renew(): Promise<void> {
    await this.host.close();
    this.host = this.make();
    this.isFresh = true;
  }

  close(): Promise<void> {
    return this.host.close();
  }
}
