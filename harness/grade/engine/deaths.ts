/**
 * How often processes of one submission may be ended before no further one is started.
 *
 * Whoever keeps silent costs a deadline of real time each time, and scenarios are many.
 * Promises: an honest submission, even one that fills its memory again and again, is graded to the
 * end; a hostile one costs minutes, not hours.
 * Read next: renewable-host.ts.
 */
import {HostDied} from '../../host/box';
import type {BatchEffects, Host} from '../../host/box';

const SILENCES_MOST = 10;
const DEATHS_MOST = 400;

/** For all processes of a submission together. */
export class Deaths {
  private silences = 0;
  private all = 0;

  note(error: HostDied): void {
    if (error instanceof NotStarted) return;
    const {cause} = error;
    if (cause === 'time') this.silences++;
    this.all++;
  }

  /** A process, or what answers in its place once there were too many. */
  host(make: () => Host): Host {
    if (this.silences >= SILENCES_MOST) {
      return new NoProcess(`${this.silences} of its processes took too long, and no further one ` +
        'is started', 'time');
    }
    if (this.all >= DEATHS_MOST) {
      return new NoProcess(
        `${this.all} of its processes were ended, and no further one is started`);
    }
    return make();
  }
}

class NotStarted extends HostDied {}

class NoProcess implements Host {
  readonly name = 'process';
  private readonly died: NotStarted;

  constructor(...died: ConstructorParameters<typeof HostDied>) {
    this.died = new NotStarted(...died);
  }

  newBox(): number {
    return 0;
  }

  step(): Promise<BatchEffects> {
    return Promise.reject(this.died);
  }

  drop(): void {
    // There is nothing.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
