/**
 * A process host that is replaced when it dies, so that one world cannot end a whole grading run.
 *
 * Promises: the worlds that were running when it died learn so (HostDied); the next ones get a
 * fresh process.
 * Read next: grade-lab.ts.
 */
import {HostDied} from '../../host/box';
import type {BatchEffects, BoxInput, Host} from '../../host/box';
import {ProcessHost} from '../../host/process-host';
import type {ProcessHostOptions} from '../../host/process-host';

interface Placed {
  readonly host: ProcessHost;
  readonly box: number;
}

export class RenewableHost implements Host {
  readonly name = 'process';
  private host: ProcessHost;
  private readonly boxes = new Map<number, Placed>();
  private boxCount = 0;

  constructor(private readonly options: ProcessHostOptions = {}) {
    this.host = new ProcessHost(options);
  }

  newBox(): number {
    const box = this.boxCount++;
    this.boxes.set(box, {host: this.host, box: this.host.newBox()});
    return box;
  }

  async step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    const host = this.placeOf(batch[0]!.box).host;
    const inputs = batch.map(item => {
      const placed = this.placeOf(item.box);
      if (placed.host !== host) {
        throw new HostDied('a part of this world was lost with its process');
      }
      return {...item, box: placed.box};
    });
    try {
      return await host.step(inputs);
    } catch (error) {
      if (error instanceof HostDied && host === this.host) {
        this.host = new ProcessHost(this.options);
      }
      throw error;
    }
  }

  drop(box: number): void {
    const placed = this.boxes.get(box);
    this.boxes.delete(box);
    placed?.host.drop(placed.box);
  }

  close(): Promise<void> {
    return this.host.close();
  }

  private placeOf(box: number): Placed {
    const placed = this.boxes.get(box);
    if (placed === undefined) throw new HostDied('its process is gone');
    return placed;
  }
}
