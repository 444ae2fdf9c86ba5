/**
 * A process host that is replaced when it dies, so that one world cannot end a whole grading run.
 *
 * Promises: the worlds that were running when it died learn so (HostDied); the next ones get a
 * fresh process. No process is started before there is a box for it.
 * Read next: run-tasks.ts.
 */
import {HostDied} from '../../host/box';
import type {BatchEffects, BoxInput, Host} from '../../host/box';
import {ProcessHost} from '../../host/process-host';
import type {Deaths} from './deaths';

interface Placed {
  readonly host: Host;
  readonly box: number;
}

export class RenewableHost implements Host {
  readonly name = 'process';
  private host: Host | undefined;
  private readonly boxes = new Map<number, Placed>();
  private boxCount = 0;
  /** Batches under way, and since when nothing has been heard. */
  private underWay = 0;
  private silentSince = 0;

  /**
   * @param make starts a fresh process; one without a sandbox if absent.
   * @param now real time in ms: the tests have their own.
   */
  constructor(
    private readonly make: () => Host = () => new ProcessHost(), private readonly deaths?: Deaths,
    private readonly now = () => performance.now(),
  ) {}

  newBox(): number {
    this.host ??= this.deaths?.host(this.make) ?? this.make();
    const box = this.boxCount++;
    this.boxes.set(box, {host: this.host, box: this.host.newBox()});
    return box;
  }

  async step(batch: readonly BoxInput[], expected?: BatchEffects): Promise<BatchEffects> {
    const host = this.placeOf(batch[0]!.box).host;
    const inputs = batch.map(item => {
      const placed = this.placeOf(item.box);
      if (placed.host !== host) {
        throw new HostDied('a part of this world was lost with its process');
      }
      return {...item, box: placed.box};
    });
    this.deaths?.expectTime();
    if (this.underWay++ === 0) this.silentSince = this.now();
    try {
      return await host.step(inputs, expected);
    } catch (error) {
      if (error instanceof HostDied && host === this.host) {
        this.host = undefined;
        this.deaths?.note(error);
        await host.close();
      }
      throw error;
    } finally {
      this.underWay--;
      this.heard();
    }
  }

  /** Batches of one line are answered together: the first takes all the time, the rest none. */
  private heard(): void {
    const now = this.now();
    this.deaths?.waited(now - this.silentSince);
    this.silentSince = now;
  }

  drop(box: number): void {
    const placed = this.boxes.get(box);
    this.boxes.delete(box);
    placed?.host.drop(placed.box);
  }

  async close(): Promise<void> {
    await this.host?.close();
  }

  private placeOf(box: number): Placed {
    const placed = this.boxes.get(box);
    if (placed === undefined) throw new HostDied('its process is gone');
    return placed;
  }
}
