/**
 * How often processes of one submission may be ended before no further one is started, and how
 * long their answers may take in all. Confirming and standing in are counted apart from the first
 * run, so that what one lab does there leaves the others' points alone.
 *
 * Whoever keeps silent costs a deadline of real time each time, and scenarios are many. Whoever
 * sleeps before each answer, however shortly, costs more: there are a hundred thousand answers.
 * Promises: a hostile submission costs minutes, not hours. An honest one that fills its memory in
 * hundreds of scenarios loses those that are left over, and they are run again where the file that
 * does it is stood in for. The processes of students' own tests are not counted here: those are
 * few, and each has its deadline.
 * Read next: renewable-host.ts.
 */
import {HostDied} from '../../host/box';
import type {BatchEffects, Host} from '../../host/box';

export interface Patience {
  /** Processes that were ended since they did not answer in time. */
  readonly silencesMost: number;
  /** Of all answers together. */
  readonly minutesMost: number;
}

/** All answers of a right submission take a minute or two on two busy cores. */
const PATIENCE: Patience = {silencesMost: 10, minutesMost: 15};
const DEATHS_MOST = 400;

/** For all processes of one purpose together. */
export class Deaths {
  private silences = 0;
  private all = 0;
  private waitedMs = 0;

  constructor(private readonly patience = PATIENCE) {}

  /** Somebody has waited for an answer; each moment is counted once, however many waited. */
  waited(ms: number): void {
    this.waitedMs += ms;
  }

  /** @throws HostDied if there is no time left for an answer. */
  expectTime(): void {
    const {minutesMost} = this.patience;
    if (this.waitedMs > minutesMost * 60_000) {
      throw new NotStarted(`its answers have taken more than ${minutesMost} minutes in ` +
        'all, and no further one is waited for', 'time');
    }
  }

  note(error: HostDied): void {
    if (error instanceof NotStarted) return;
    const {cause} = error;
    if (cause === 'time') this.silences++;
    this.all++;
  }

  /** A process, or what answers in its place once there were too many. */
  host(make: () => Host): Host {
    if (this.silences >= this.patience.silencesMost) {
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
